import * as fc from 'fast-check'
import { findFlags } from './screen'

const reasons = (text: string) =>
  findFlags([{ field: 'what', text }], null).map(({ reason }) => reason)

test.each([
  ['an insult', '你这个没素质的人渣'],
  ['a homophone of one', '真是煞笔一个'],
  ['letters for its syllables', '你sb吧'],
  ['signs set between', '你 s.b 吧'],
  ['traditional characters', '滾出去，別住這裡'],
  ['a slur for a people', '黑鬼不许进小区'],
  ['contempt for a place', '那些河南人都是骗子'],
  ['contempt for a sex', '女司机就是蠢'],
  ['contempt before its object', '最烦这种外地人'],
  ['a threat', '再吵我打断你的腿'],
  ['words that make people less than people', '这些劣等民族'],
])('%s comes before a person: %s', (_what, text) => {
  expect(reasons(text)).toContain('abuse')
})

test.each([
  '孩子发烧恶心想吐，谁家有体温计',
  '他妈妈生病了，想找人陪诊',
  '去你家拿快递可以吗',
  '小三班家长群通知，周五开会',
  '家里母狗绝育后想找人照顾两天',
  '需要带什么东西吗',
  '超过三公里不配送',
  '打断你一下，几点集合',
  '自家种的玉米棒子免费送',
  '上海女生宿舍招合租',
  '东北人做的酸菜，谁要',
  '厨房有害虫，求除虫师傅',
  '农民工大哥收垃圾袋',
  '垃圾分类志愿者男生优先',
  '外国人来做客，推荐饭店',
  '屏幕一直滚动，求懂手机的人',
  '大妈们的广场舞音响坏了',
  '盲人老人需要陪同过马路',
  '残疾人停车位被占了怎么办',
])('what neighbours say is left alone: %s', (text) => {
  expect(reasons(text)).toEqual([])
})

test.each([
  ['false_claim', '祖传秘方，药到病除'],
  ['superstition', '看风水，算八字，很灵验'],
  ['fan_circle', '帮忙打投，一起控评'],
  ['clickbait', '速看马上删，转发十个群'],
] as const)('%s: %s', (reason, text) => {
  expect(reasons(text)).toContain(reason)
})

const gap = fc.constantFrom('', ' ', '.', '*', '\u200b', '~', '，', '😀')

test('an insult is found whatever is set between its characters', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('人渣败类', '不要脸', '狗东西', '滚出去', '王八蛋'),
      fc.array(gap, { minLength: 4, maxLength: 4 }),
      (insult, gaps) => {
        const written = [...insult].map((sign, n) => `${sign}${gaps[n] ?? ''}`).join('')
        expect(reasons(`你真是${written}`)).toContain('abuse')
      },
    ),
  )
})
