import { describe, expect, test } from '@jest/globals';
import { hear, namesIn, type Said } from './speakers-in.js';

describe('names with evidence', () => {
  test.each<[string, Said[], (string | null)[]]>([
    [
      'self-introduction',
      [
        [0, "Hello, I'm your host Maria Lindqvist."],
        [1, 'Good evening.'],
      ],
      ['Maria Lindqvist', null],
    ],
    [
      'by name',
      [
        [0, 'So who are you?'],
        [1, 'My name is Tomasz Zielinski and I fix pianos.'],
      ],
      [null, 'Tomasz Zielinski'],
    ],
    [
      'introduction',
      [
        [0, 'The following is a conversation with Elena Petrova.'],
        [1, 'I began as a chemist.'],
      ],
      [null, 'Elena Petrova'],
    ],
    [
      'both',
      [
        [0, "I'm your host Maria Lindqvist. Today I'm joined by Elena Petrova. Elena, welcome."],
        [1, 'Thanks, Maria.'],
      ],
      ['Maria Lindqvist', 'Elena Petrova'],
    ],
    [
      'guest of today',
      [
        [0, 'My guest today is Robert Falk, who keeps bees.'],
        [1, 'I do.'],
      ],
      [null, 'Robert Falk'],
    ],
    [
      'address, more than once',
      [
        [0, 'Robert, welcome back to the show.'],
        [1, 'Good to see you.'],
        [0, 'What do you feed them, Robert?'],
        [1, 'Sugar.'],
      ],
      [null, 'Robert'],
    ],
    [
      'a first name means the full name said before',
      [
        [0, 'We are here with the beekeeper Robert Falk. Robert, welcome.'],
        [1, 'Thank you.'],
      ],
      [null, 'Robert Falk'],
    ],
    [
      'a handle and its spelling',
      [
        [0, 'Write to me at @KatrinVogel, spelled K-A-T-H-R-I-N.'],
        [1, 'I will.'],
      ],
      ['Kathrin Vogel', null],
    ],
    [
      'this is',
      [
        [0, 'Hi there, this is Maria Lindqvist and you hear the garden hour.'],
        [1, 'Good evening.'],
      ],
      ['Maria Lindqvist', null],
    ],
    [
      'taking leave, once',
      [
        [0, 'So that was the story of the mill, and of all the people who had to carry the stones up there by hand. It has been good.'],
        [1, 'Thanks for having me, Maria.'],
      ],
      ['Maria', null],
    ],
    [
      'a title before the name',
      [
        [0, "I'm joined by Dr. Elena Petrova, who digs."],
        [1, 'Good evening.'],
      ],
      [null, 'Elena Petrova'],
    ],
    [
      'a first name that no list has',
      [
        [0, 'I am here with Zorbek Anduun. Zorbek, welcome to the show.'],
        [1, 'Good evening.'],
      ],
      [null, 'Zorbek Anduun'],
    ],
    [
      'a short form of who was introduced',
      [
        [0, 'My guest today is Matthew Lind. Matt, welcome to the show.'],
        [1, 'Good evening.'],
      ],
      [null, 'Matthew Lind'],
    ],
    [
      'a host of this week',
      [
        [0, "It's the garden hour. I'm your host this week, Maria Lindqvist, and it rains."],
        [1, 'It does.'],
      ],
      ['Maria Lindqvist', null],
    ],
    [
      'two who keep bees together and speak to each other in passing',
      [
        [
          0,
          'The winter was long. You had it harder than I did, Julia, up in the hills. And as you told me, Julia, half of the hives were lost.',
        ],
        [1, 'They were. As Robert said, it was long. Do you remember the snow, Robert?'],
        [0, 'I do.'],
      ],
      ['Robert', 'Julia'],
    ],
    [
      'a name that is a word as well',
      [
        [0, 'I am here with Rich Norrland. Rich, thank you for coming. Are beekeepers rich?'],
        [1, 'No.'],
      ],
      [null, 'Rich Norrland'],
    ],
    [
      'a middle initial',
      [
        [0, 'My guest today is Mira B. Olsen. Mira Olsen joins me from Oslo.'],
        [1, 'Hello.'],
      ],
      [null, 'Mira B. Olsen'],
    ],
  ])('%s', (_, talk, names) => expect(namesIn(talk)).toEqual(names));
});

describe('no name without evidence', () => {
  test.each<[string, Said[]]>([
    [
      'only talked about',
      [
        [0, 'What did Elena Petrova find?'],
        [1, 'Elena Petrova found a comet, and Robert Falk named it.'],
      ],
    ],
    [
      'a quoted greeting',
      [
        [0, 'Was she nice?'],
        [1, 'She came in and said, "Hi Robert, I\'m Elena." And then she said: Thanks, Robert.'],
      ],
    ],
    [
      'a conversation of long ago',
      [
        [0, 'Who taught you?'],
        [1, 'I once had a conversation with Elena Petrova about bees.'],
      ],
    ],
    [
      'a lone greeting',
      [
        [0, 'Hey Robert, how are things?'],
        [1, 'Fine.'],
      ],
    ],
    [
      'thanks to somebody who is not there',
      [
        [0, 'Thanks to Robert Falk for the music.'],
        [1, 'It was good.'],
      ],
    ],
    [
      'the show and the place',
      [
        [0, 'Welcome to Garden Hour. Welcome to Berlin.'],
        [1, 'Thank you.'],
      ],
    ],
    [
      'what one is',
      [
        [0, "I'm Irish, I'm Head of Design."],
        [1, "And I'm Canadian."],
      ],
    ],
    [
      'if I were',
      [
        [0, "Pretend I'm Robert Falk and ask me."],
        [1, 'How are the bees?'],
      ],
    ],
    [
      'nobody',
      [
        [0, 'Where do you work?'],
        [1, 'In a mill.'],
      ],
    ],
  ])('%s', (_, talk) => expect(namesIn(talk)).toEqual([null, null]));

  test.each<[string, Said[]]>([
    [
      'an advertisement read by somebody else',
      [
        [0, 'Before we go on, a word from our sponsor. "I was tired of dull knives," says Robert Falk. "Thanks, Fernhill."'],
        [1, 'Where were we?'],
      ],
    ],
    [
      'a cold open by the guest, who quotes what people call out',
      [
        [1, 'They all shouted: "Robert, come down!" And I went, "Thanks, Julia, but no."'],
        [0, 'Hello and welcome to the garden hour.'],
        [1, 'Good evening.'],
      ],
    ],
    [
      'somebody who is not there',
      [
        [0, "I'm not joined by Robert today, and Julia Weber is away as well."],
        [1, 'They will be back.'],
      ],
    ],
    [
      'somebody with the name of somebody else',
      [
        [0, 'What did the other Robert say? You know Robert Falk, and Robert Lind, and Robert the baker.'],
        [1, 'All of them said no.'],
      ],
    ],
    [
      'family in passing',
      [
        [0, 'My wife, Julia, and my brother, Robert, were there.'],
        [1, 'And my neighbour, Maria. She brought my cousin, Elena.'],
      ],
    ],
    [
      'a product that is spoken to',
      [
        [0, 'So Kubernetes, what is it? And Kubernetes, you know, is not alone.'],
        [1, 'Well, Kubernetes, Docker, all of that.'],
      ],
    ],
    [
      'a letter that is read out',
      [
        [0, 'People write to us: "Robert, you were right. Thanks, Robert. What do you think, Robert?" And so on.'],
        [1, 'They do.'],
      ],
    ],
    [
      'a listener who is thanked again and again, by both',
      [
        [0, 'That was a question by Elena. Thanks, Elena.'],
        [1, 'Yes, thank you, Elena. What a letter.'],
      ],
    ],
    [
      'a colleague who did the work',
      [
        [0, 'It was Robert, our carpenter, and my aunt, Julia, who built it. And Maria, too.'],
        [1, 'So Robert and Julia built it, and Maria. What a day.'],
      ],
    ],
    [
      'a letter that was read, and thanks for it at the end, by both',
      [
        [0, 'That was the letter that Elena sent. Thanks, Elena.'],
        [1, 'It was by Elena, yes. Thank you, Elena. It was great, Elena.'],
      ],
    ],
    [
      'a guest of the usual kind, and a host who is usually there',
      [
        [0, "I'm usually joined by Robert Falk, who is at sea."],
        [1, 'We miss him.'],
      ],
    ],
    [
      'people in a list',
      [
        [0, 'You know them all, Tom, Julia, and Robert. And you know Maria, Elena, and Tom.'],
        [1, 'I know Tom, Julia, and the dog.'],
      ],
    ],
    [
      'who said what, of somebody who wrote a book',
      [
        [0, 'As Elena Petrova said in her book, bees dance. Elena Petrova was right.'],
        [1, 'What Elena Petrova said is true.'],
      ],
    ],
    [
      'a cold open by the guest, who tells how he was called',
      [
        [1, 'My mother was like, "Robert, get down from there. Are you mad, Robert?" And my aunt said, "Thanks a lot, Julia."'],
        [0, 'Hello and welcome to the garden hour.'],
      ],
    ],
    [
      'an advertisement with a greeting and thanks',
      [
        [0, 'Our sponsor is Fernhill. "Hi, I\'m Julia, and these are my knives. Thanks, Fernhill. What about you, Robert?"'],
        [1, 'Back to the bees.'],
      ],
    ],
  ])('trap: %s', (_, talk) => expect(namesIn(talk)).toEqual([null, null]));

  test('one first name of two people decides nothing', () =>
    expect(
      namesIn([
        [0, 'My guest today is Mira Olsen. Joined by Mira Falk. Mira, welcome.'],
        [1, 'Hello.'],
      ]),
    ).toEqual([null, null]));

  test('a voice that talks about a name is not that name', () => {
    const talk: Said[] = [
      [0, "I'm Julia Weber. Well, Julia Weber is what they call me."],
      [1, 'I see.'],
    ];
    const [julia] = hear(talk).speakers;
    expect(julia?.evidence.find(({ kind }) => kind === 'third-person')?.weight).toBeLessThan(0);
  });

  test('there is no other voice in a talk of one', () => expect(namesIn([[0, 'My guest today is Robert Falk.']])).toEqual([null]));

  test('a turn of no voice gives no speaker', () =>
    expect(
      namesIn([
        [null, "I'm your host Maria Lindqvist."],
        [0, 'So.'],
      ]),
    ).toEqual([null]));

  test('a guest who is only announced', () =>
    expect(
      namesIn([
        [0, 'Next week my guest is Robert Falk.'],
        [1, 'I will be listening.'],
      ]),
    ).toEqual([null, null]));
});

describe('voices that may be mixed up', () => {
  const talk: Said[] = [
    [0, "I'm your host Maria Lindqvist. Today I'm joined by Elena Petrova. Elena, welcome to the show."],
    [1, 'Thanks for having me, Maria.'],
  ];
  test.each([
    [1, ['Maria Lindqvist', 'Elena Petrova']],
    [0.97, ['Maria Lindqvist', 'Elena Petrova']],
    [0.7, [null, null]],
  ])('turns that are %d sure', (confidence, names) => expect(hear(talk, {}, confidence).speakers.map(({ name }) => name)).toEqual(names));
});

test('names in a wall of lower-case words', () =>
  expect(
    namesIn([
      [
        0,
        'hello and welcome back everybody today i am joined by robert who keeps bees in the hills so robert welcome to the show how are you doing',
      ],
      [1, 'i am doing well thanks for having me it is a good year for bees and the weather has been very kind to all of us up there'],
    ]),
  ).toEqual([null, 'Robert']));

describe('labels', () => {
  test.each<[string, Said[], (string | null)[]]>([
    [
      'names',
      [
        [0, 'Did it float?', 'Ada Byrd'],
        [1, 'It sank.', 'Lin Wu'],
      ],
      ['Ada Byrd', 'Lin Wu'],
    ],
    [
      'capitals',
      [
        [0, 'Did it float?', 'ADA BYRD'],
        [1, 'It sank.', "conan o'neil"],
      ],
      ['Ada Byrd', "Conan O'Neil"],
    ],
    [
      'numbers',
      [
        [0, 'Did it float?', 'SPEAKER_00'],
        [1, 'It sank.', 'Speaker 2'],
      ],
      [null, null],
    ],
    [
      'parts',
      [
        [0, 'Did it float?', 'Host'],
        [1, 'It sank.', 'Interviewee 1'],
      ],
      [null, null],
    ],
    [
      'a first name that the talk completes',
      [
        [0, "Today I'm joined by Elena Petrova.", 'Ada Byrd'],
        [1, 'Hello.', 'Elena'],
      ],
      ['Ada Byrd', 'Elena Petrova'],
    ],
    [
      'numbers and a self-introduction',
      [
        [0, "I'm your host Maria Lindqvist.", 'S1'],
        [1, 'Hello.', 'S2'],
      ],
      ['Maria Lindqvist', null],
    ],
  ])('%s', (_, talk, names) => expect(namesIn(talk)).toEqual(names));

  test('a part in brackets is a role, not a name', () => {
    const [ada] = hear([
      [0, 'Did it float?', 'Ada Byrd (host)'],
      [1, 'It sank.', 'Lin Wu'],
    ]).speakers;
    expect(ada).toMatchObject({ name: 'Ada Byrd', role: 'host', labels: ['Ada Byrd (host)'] });
  });
});

describe('title and sidecar', () => {
  const talk: Said[] = [
    [0, 'Where did you grow up? And why did you leave? Did you ever go back? What was it like?'],
    [
      1,
      'On an island. We had forty sheep and one radio, and in the winter the boat did not come for weeks. I left when I was twelve, to go to school.',
    ],
  ];

  test.each([
    ['Why the boat was late - Elena Petrova | Harbour Talk', [null, 'Elena Petrova']],
    ['Elena Petrova: life on an island', [null, 'Elena Petrova']],
    ['Why the boat was late', [null, null]],
    ['Life With Elena Petrova and Robert Falk', [null, null]],
  ])('title: %s', (title, names) => expect(namesIn(talk, { title })).toEqual(names));

  test('a title names nobody where the parts in the talk are not clear', () =>
    expect(
      namesIn(
        [
          [0, 'It was cold.'],
          [1, 'So it was.'],
        ],
        { title: 'Cold - Elena Petrova | Harbour Talk' },
      ),
    ).toEqual([null, null]));

  test('a sidecar names host and guest', () =>
    expect(
      namesIn(talk, {
        speakers: [
          { name: 'Maria Lindqvist', role: 'host' },
          { name: 'Elena Petrova', role: 'guest' },
        ],
      }),
    ).toEqual(['Maria Lindqvist', 'Elena Petrova']));
});

describe('roles', () => {
  test.each<[string, Said[], string[]]>([
    [
      'who introduces is the host',
      [
        [0, 'My guest today is Robert Falk.'],
        [1, 'Hello.'],
      ],
      ['host', 'guest'],
    ],
    [
      'who is glad to be here is a guest',
      [
        [0, 'So.'],
        [1, 'Thanks for having me.'],
      ],
      ['unknown', 'guest'],
    ],
    [
      'nothing said',
      [
        [0, 'It was cold.'],
        [1, 'So it was.'],
      ],
      ['unknown', 'unknown'],
    ],
  ])('%s', (_, talk, roles) => expect(hear(talk).speakers.map(({ role }) => role)).toEqual(roles));
});

test('evidence points at its words', () => {
  const { text, speakers } = hear([
    [0, "Hello, I'm your host Maria Lindqvist."],
    [1, 'Good evening.'],
  ]);
  const [own] = speakers[0]?.evidence.filter(({ kind }) => kind === 'self.host') ?? [];
  expect(text.slice(own?.start, own?.end)).toBe("I'm your host Maria Lindqvist");
});

test('two names for one voice are rivals, and neither is given', () => {
  const [speaker] = hear([
    [0, "I'm Julia Weber. That was then. I'm Maria Lindqvist."],
    [1, 'I see.'],
  ]).speakers;
  expect(speaker).toMatchObject({ name: null, confidence: 0 });
  expect(speaker?.rivals.map(({ name }) => name).sort()).toEqual(['Julia Weber', 'Maria Lindqvist']);
});

test('among three voices a greeting means a neighbour, less surely', () => {
  const talk: Said[] = [
    [0, 'My guest today is Robert Falk. Robert, welcome.'],
    [1, 'Hello.'],
    [2, 'Hi.'],
  ];
  expect(namesIn(talk)).toEqual([null, 'Robert Falk', null]);
});
