import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

// Who may import whom. A new folder that every stage may use is added here, and in ARCHITECTURE.md.
const SHARED_STAGE_FOLDERS = ['language'];

const folders = (path) =>
  existsSync(`${root}/${path}`)
    ? readdirSync(`${root}/${path}`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

const mayImportOnly = (folder, allowed, message) => ({
  target: `./${folder}`,
  from: '.',
  except: [...allowed, 'node_modules'],
  message,
});

const zones = [
  mayImportOnly('schemas', ['schemas'], 'schemas/ imports nothing of ours.'),
  mayImportOnly('stages', ['schemas', 'stages'], 'stages/ imports schemas/ only.'),
  mayImportOnly('output', ['schemas', 'output'], 'output/ imports schemas/ only.'),
  { target: './pipeline', from: './test', message: 'Nothing imports test/.' },
  { target: ['./pipeline/*', './pipeline/!(cli)/**'], from: './pipeline/cli', message: 'Nothing imports pipeline/cli/.' },
  ...folders('stages').map((stage) => ({
    // Training scripts may run the stages before theirs.
    target: [`./stages/${stage}/*`, `./stages/${stage}/!(train)/**`],
    from: './stages',
    except: [...new Set([stage, 'stage.ts', ...SHARED_STAGE_FOLDERS])],
    message: 'A stage does not import another stage: what it needs arrives in a layer.',
  })),
];

// Which outside modules may be imported where. ESLint replaces a rule's options as a whole, so each place states its full list.
const WINK = { regex: '^wink-', message: 'Only stages/language/wink.ts imports wink.' };
const COMPROMISE = { regex: '^compromise', message: 'Only stages/language/compromise.ts imports compromise.' };
const BARE_BUILTIN = {
  regex: `^(?:${builtinModules.filter((name) => /^[a-z]\w*$/.test(name)).join('|')})(?:/|$)`,
  message: "Write the 'node:' prefix.",
};
const NODE = { regex: '^node:(?!crypto$)', message: 'No disk, network, clock or environment here: take it as an argument.' };
const RANDOM = {
  regex: '^node:crypto$',
  importNamePattern: '^(?!createHash$|hash$)',
  message: 'Hashing only: nothing random, ids come from content and position.',
};
const EDGES = {
  regex: '^(?:pino|p-queue|tinypool|commander|write-file-atomic|tinyglobby)(?:/|$)',
  message: 'Logging, queues, workers, arguments and files belong to pipeline/.',
};
const onlyThese = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const IMPURE_GLOBALS = ['process', 'fetch', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'crypto'].map((name) => ({
  name,
  message: 'Equal input gives equal bytes: no environment, network, clock or randomness here.',
}));

export default defineConfig(
  globalIgnores(['dist/**', 'graphs/**', 'report/**', 'coverage/**', 'test/golden/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,js}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.js'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'], extensionAlias: { '.js': ['.ts', '.js'] } })],
    },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-unresolved': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'max-lines': ['error', 250],
      'max-params': ['error', 3],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      ...onlyThese(WINK, COMPROMISE, BARE_BUILTIN),
    },
  },
  {
    files: ['schemas/**/*.ts', 'stages/**/*.ts', 'output/**/*.ts'],
    rules: onlyThese(WINK, COMPROMISE, BARE_BUILTIN, NODE, RANDOM, EDGES),
  },
  {
    files: ['schemas/**/*.ts', 'stages/**/*.ts', 'output/**/*.ts'],
    ignores: ['stages/**/*.bench.ts', 'stages/*/train/**', 'output/write-*.ts', 'output/report/web/**'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Nothing random.' },
        { object: 'Date', property: 'now', message: 'No clock.' },
      ],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock.' }],
    },
  },
  {
    files: ['stages/language/wink.ts'],
    // wink-nlp's helpers (`its.value`, …) are plain functions that its types write as methods.
    rules: { ...onlyThese(COMPROMISE, BARE_BUILTIN, NODE, RANDOM, EDGES), '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['stages/language/compromise.ts'], rules: onlyThese(WINK, BARE_BUILTIN, NODE, RANDOM, EDGES) },
  { files: ['stages/*/train/**/*.ts', 'output/write-*.ts'], rules: onlyThese(WINK, COMPROMISE, BARE_BUILTIN) },
  {
    files: ['pipeline/cli/**/*.ts', 'pipeline/eval/**/*.ts', 'pipeline/bench.ts', 'stages/*/train/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  // A row of a test table may have as many columns as it needs.
  { files: ['test/**/*.ts'], rules: { 'max-lines': 'off', 'max-params': 'off' } },
  { files: ['*.config.js'], rules: { 'import-x/no-default-export': 'off' } },
);
