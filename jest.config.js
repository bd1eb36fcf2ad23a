export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js', '!**/*.long.test.js'],
  transform: {},
};
