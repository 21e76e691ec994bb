import { type CloudProcess, codeOf, newCollection, startCloudProcess } from './cloud'

let cloud: CloudProcess
let one: string
beforeAll(async () => {
  cloud = await startCloudProcess()
  one = await newCollection(cloud, [
    {
      _id: 'x',
      n: 7,
      half: 2.5,
      minus: -7,
      text: '互助 Help',
      list: [3, 1, 2, 1],
      objects: [{ a: 1 }, { a: 2, b: 3 }, 5],
      deep: { a: { b: 1 } },
      nothing: null,
      yes: true,
      // A Sunday in UTC, already Monday in Shanghai.
      at: new Date('2026-03-01T20:30:15.123Z'),
      newYear: new Date('2027-01-01T00:00:00Z'),
    },
  ])
})
afterAll(() => cloud.close())

/** What an expression is, computed from the document above; `undefined` when it is missing. */
async function computed(expression: unknown): Promise<unknown> {
  const run = cloud.db.collection(one).aggregate().project({ _id: 0, value: expression }).end()
  const { data } = (await run) as unknown as { data: { value: unknown }[] }
  return data[0]?.value
}

/** Objects with a `then` cannot be written down: linters take them for promises. */
const named = (entries: [string, unknown][]) => Object.fromEntries(entries)
const branch = (test: unknown, value: unknown) =>
  named([
    ['case', test],
    ['then', value],
  ])
const choice = (test: unknown, yes: unknown, no: unknown) =>
  named([
    ['if', test],
    ['then', yes],
    ['else', no],
  ])

const shanghai = 'Asia/Shanghai'

/** Expressions by their operator and what MongoDB answers, worked out from its manual. */
const cases: [expression: unknown, expected: unknown][] = [
  [{ $abs: '$minus' }, 7],
  [{ $add: ['$n', 1, '$half'] }, 10.5],
  [{ $add: ['$at', 1000] }, new Date('2026-03-01T20:30:16.123Z')],
  [{ $add: ['$n', '$missing'] }, null],
  [{ $ceil: '$half' }, 3],
  [{ $divide: ['$n', 2] }, 3.5],
  [{ $exp: 0 }, 1],
  [{ $floor: { $multiply: ['$half', -1] } }, -3],
  [{ $ln: 1 }, 0],
  [{ $log: [8, 2] }, 3],
  [{ $log10: 1000 }, 3],
  [{ $mod: ['$minus', 4] }, -3],
  [{ $multiply: ['$n', 2] }, 14],
  [{ $pow: [2, 10] }, 1024],
  [{ $round: ['$half', 0] }, 2],
  [{ $round: [1.005, 2] }, 1],
  [{ $sqrt: 16 }, 4],
  [
    { $subtract: ['$newYear', '$at'] },
    Date.UTC(2027, 0, 1) - Date.UTC(2026, 2, 1, 20, 30, 15, 123),
  ],
  [{ $trunc: [-1234.56, -2] }, -1200],

  [{ $arrayElemAt: ['$list', -1] }, 1],
  [{ $arrayElemAt: ['$list', 9] }, undefined],
  [{ $arrayToObject: { $literal: [['a', 1]] } }, { a: 1 }],
  [
    {
      $arrayToObject: [
        [
          { k: 'a', v: 1 },
          { k: 'b', v: 2 },
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 1, 9]],
  [{ $filter: { input: '$list', as: 'i', cond: { $gt: ['$$i', 1] } } }, [3, 2]],
  [{ $in: [2, '$list'] }, true],
  [{ $indexOfArray: ['$list', 1, 2] }, 3],
  [{ $isArray: '$list' }, true],
  [{ $map: { input: '$list', in: { $add: ['$$this', '$n'] } } }, [10, 8, 9, 8]],
  [{ $objectToArray: '$deep' }, [{ k: 'a', v: { b: 1 } }]],
  [{ $range: [5, 0, -2] }, [5, 3, 1]],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 7],
  [{ $reverseArray: '$list' }, [1, 2, 1, 3]],
  [{ $size: '$list' }, 4],
  [{ $slice: ['$list', 1, 2] }, [1, 2]],
  [{ $slice: ['$list', -3, 2] }, [1, 2]],
  [
    { $zip: { inputs: ['$list', ['a']], useLongestLength: true } },
    [
      [3, 'a'],
      [1, null],
      [2, null],
      [1, null],
    ],
  ],
  ['$objects.a', [1, 2]],
  [
    ['$missing', '$n'],
    [null, 7],
  ],

  [{ $and: ['$yes', '$n'] }, true],
  [{ $or: ['$nothing', 0] }, false],
  [{ $not: ['$nothing'] }, true],
  [{ $cmp: ['$n', 9] }, -1],
  [{ $eq: ['$missing', null] }, false],
  [{ $lt: ['$missing', null] }, true],
  [{ $gt: ['a', 5] }, true],
  [
    {
      $ne: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    true,
  ],
  [{ $cond: [{ $gte: ['$n', 7] }, 'big', 'small'] }, 'big'],
  [{ $ifNull: ['$missing', 'none'] }, 'none'],
  [{ $cond: choice({ $lte: ['$n', 1] }, 'a', 'b') }, 'b'],
  [{ $switch: { branches: [branch({ $lte: ['$n', 1] }, 'a')], default: 'b' } }, 'b'],
  [{ $let: { vars: { x: '$n' }, in: { $multiply: ['$$x', '$$x'] } } }, 49],
  [{ $literal: '$n' }, '$n'],
  [{ $mergeObjects: ['$deep', { c: 1 }, '$nothing'] }, { a: { b: 1 }, c: 1 }],

  [{ $allElementsTrue: ['$list'] }, true],
  [{ $anyElementTrue: [[0, '$nothing']] }, false],
  [{ $setDifference: ['$list', [1]] }, [3, 2]],
  [{ $setEquals: ['$list', [1, 2, 3]] }, true],
  [{ $setIntersection: ['$list', [1, 3, 5]] }, [1, 3]],
  [{ $setIsSubset: [[1, 3], '$list'] }, true],
  [{ $setUnion: ['$list', [4]] }, [1, 2, 3, 4]],

  [{ $concat: ['$text', '!'] }, '互助 Help!'],
  [{ $concat: ['$text', '$missing'] }, null],
  [{ $indexOfBytes: ['$text', 'H'] }, 7],
  [{ $indexOfCP: ['$text', 'H'] }, 3],
  [{ $split: ['$text', ' '] }, ['互助', 'Help']],
  [{ $strLenBytes: '$text' }, 11],
  [{ $strLenCP: '$text' }, 7],
  [{ $strcasecmp: ['abc', 'ABD'] }, -1],
  [{ $substr: ['$text', 7, -1] }, 'Help'],
  [{ $substrBytes: ['$text', 0, 3] }, '互'],
  [{ $substrCP: ['$text', 1, 3] }, '助 H'],
  [{ $toLower: '$text' }, '互助 help'],
  [{ $toUpper: 'é a' }, 'é A'],
  [{ $trim: { input: ' a ' } }, 'a'],
  [{ $regexMatch: { input: '$text', regex: 'help', options: 'i' } }, true],

  [{ $year: '$at' }, 2026],
  [{ $month: '$at' }, 3],
  [{ $dayOfMonth: { date: '$at', timezone: shanghai } }, 2],
  [{ $dayOfWeek: '$at' }, 1],
  [{ $dayOfWeek: { date: '$at', timezone: shanghai } }, 2],
  [{ $dayOfYear: '$at' }, 60],
  [{ $hour: { date: '$at', timezone: shanghai } }, 4],
  [{ $hour: { date: '$at', timezone: '-03:30' } }, 17],
  [{ $minute: '$at' }, 30],
  [{ $second: '$at' }, 15],
  [{ $millisecond: '$at' }, 123],
  [{ $week: '$at' }, 9],
  [{ $week: '$newYear' }, 0],
  // A year that begins on a Monday, and one that begins on a Sunday.
  [{ $week: new Date('2024-01-01') }, 0],
  [{ $week: new Date('2024-01-07') }, 1],
  [{ $week: new Date('2023-01-01') }, 1],
  [{ $isoWeek: '$newYear' }, 53],
  [{ $isoWeekYear: '$newYear' }, 2026],
  [{ $isoDayOfWeek: '$at' }, 7],
  [{ $dateToString: { date: '$at' } }, '2026-03-01T20:30:15.123Z'],
  [
    { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M %z %j %U %V %u', timezone: shanghai } },
    '2026-03-02 04:30 +0800 061 09 10 1',
  ],
  [{ $dateToString: { date: '$missing', onNull: 'never' } }, 'never'],
  [
    { $dateFromString: { dateString: '2026-03-01T08:00:00', timezone: shanghai } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [
    { $dateFromString: { dateString: '01/03/2026', format: '%d/%m/%Y' } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [{ $dateFromString: { dateString: 'soon', onError: 'unclear' } }, 'unclear'],
  [{ $dateFromParts: { year: 2026, month: 14, day: 1 } }, new Date('2027-02-01T00:00:00Z')],
  [
    { $dateFromParts: { year: 2026, month: 3, day: 1, hour: 8, timezone: shanghai } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [
    { $dateFromParts: { isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 5 } },
    new Date('2027-01-01T00:00:00Z'),
  ],
  // Clocks in New York go from 2 to 3 that night.
  [{ $hour: { date: new Date('2026-03-08T07:00:00Z'), timezone: 'America/New_York' } }, 3],

  [{ $sum: '$list' }, 7],
  [{ $avg: ['$n', '$text', 3] }, 5],
  [{ $max: '$list' }, 3],
  [{ $min: ['$nothing', 4] }, 4],
  [{ $stdDevPop: [1, 3] }, 1],
  [{ $stdDevSamp: [1] }, null],
  [{ $type: '$half' }, 'double'],
  [{ $toString: '$n' }, '7'],
  [{ $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
  [{ $convert: { input: '$missing', to: 'int', onNull: 0 } }, 0],
  [{ $convert: { input: '12', to: 1 } }, 12],
  [{ $toInt: '-7' }, -7],
  [{ $toInt: 7.9 }, 7],
  [{ $toLong: '$at' }, Date.UTC(2026, 2, 1, 20, 30, 15, 123)],
  [{ $toDouble: '1e3' }, 1000],
  [{ $toDouble: '$yes' }, 1],
  [{ $toDecimal: '0.5' }, 0.5],
  [{ $toBool: 'false' }, true],
  [{ $toBool: 0 }, false],
  [{ $toDate: 0 }, new Date(0)],
  [{ $toDate: '2026-03-01T00:00:00Z' }, new Date('2026-03-01T00:00:00Z')],
  [{ $toString: '$at' }, '2026-03-01T20:30:15.123Z'],
  [{ $toString: { $toObjectId: '0123456789abcdef01234567' } }, '0123456789abcdef01234567'],
  [{ $type: { $toObjectId: '0123456789abcdef01234567' } }, 'objectId'],
  [{ $type: '$missing' }, 'missing'],
  [{ $isNumber: '$half' }, true],
  [{ $isNumber: '$text' }, false],

  [{ $first: '$list' }, 3],
  [{ $last: '$list' }, 1],
  [{ $first: { $literal: [] } }, undefined],
  [{ $ltrim: { input: '  a ' } }, 'a '],
  [{ $rtrim: { input: 'abccb', chars: 'bc' } }, 'a'],
  [
    { $regexFind: { input: '$text', regex: '(\\w)(\\w+)' } },
    { match: 'Help', idx: 3, captures: ['H', 'elp'] },
  ],
  [{ $regexFind: { input: '$text', regex: 'x' } }, null],
  [
    { $regexFindAll: { input: 'a1b22', regex: '[0-9]+' } },
    [
      { match: '1', idx: 1, captures: [] },
      { match: '22', idx: 3, captures: [] },
    ],
  ],
  [{ $replaceOne: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.a'],
  [{ $replaceAll: { input: 'a.a', find: 'a', replacement: 'b' } }, 'b.b'],
  [
    { $dateToParts: { date: '$at', timezone: shanghai } },
    { year: 2026, month: 3, day: 2, hour: 4, minute: 30, second: 15, millisecond: 123 },
  ],
  [
    { $dateToParts: { date: '$newYear', iso8601: true } },
    {
      isoWeekYear: 2026,
      isoWeek: 53,
      isoDayOfWeek: 5,
      hour: 0,
      minute: 0,
      second: 0,
      millisecond: 0,
    },
  ],
]

for (const [expression, expected] of cases) {
  test(`expression: ${JSON.stringify(expression)}`, async () => {
    expect(await computed(expression)).toEqual(expected)
  })
}

const refused: unknown[] = [
  { $bogus: 1 },
  { $add: ['a', 1] },
  { $divide: [1, 0] },
  { $mod: [1, 0] },
  { $size: '$n' },
  { $concat: ['a', 1] },
  { $substrBytes: ['$text', 1, 1] },
  { $arrayElemAt: ['$n', 0] },
  { $switch: { branches: [branch(false, 1)] } },
  { $hour: '$text' },
  { $hour: { date: '$at', timezone: 'Nowhere/Here' } },
  { $dateFromString: { dateString: 'soon' } },
  { $cond: [1, 2] },
  '$$unknown',
  { $eq: [1, 1], $ne: [1, 1] },
  { $meta: 'textScore' },
  { $toInt: 'seven' },
  { $toInt: 2 ** 40 },
  { $toDate: 'soon' },
  { $toObjectId: 'abc' },
  { $convert: { input: 1, to: 'money' } },
  { $first: '$n' },
  { $replaceAll: { input: 5, find: 'a', replacement: 'b' } },
  { $arrayToObject: '$list' },
  { $range: [0, 5, 0] },
  { $zip: { inputs: ['$n'] } },
  { $mergeObjects: ['$list'] },
  { $allElementsTrue: ['$n'] },
  { $strLenCP: '$nothing' },
  { $ln: 0 },
  { $sqrt: -1 },
  { $pow: [0, -1] },
  { $let: { vars: { CAPITAL: 1 }, in: 1 } },
]

for (const expression of refused) {
  test(`expression refused: ${JSON.stringify(expression)}`, async () => {
    expect(await codeOf(computed(expression))).toBe('DATABASE_REQUEST_FAILED')
  })
}
