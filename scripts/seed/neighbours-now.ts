import { cast } from './people'
import type { Ask } from './story'

const {
  zhouMin,
  chenGuodong,
  linXiaoyu,
  wuTing,
  zhaoLiqun,
  sunYue,
  heXiulan,
  zhengKai,
  xuNuo,
  gaoFengqin,
  jiangWen,
} = cast

/** Under way: somebody has something to do next. */
const underWay: Ask[] = [
  {
    // Stopped by the link: what the moderators of the demo find waiting.
    by: jiangWen,
    at: [1, '12:10'],
    form: 'life',
    deadline: ['+5', '20:00'],
    answers: {
      what: '想找人一起分一袋东北大米',
      kind: 'borrow',
      details: '五十斤一袋，一家吃不完，想和邻居对半分。米的样子可以看 www.dongbeidami.com 。',
      place: '三号楼门厅',
      times: ['weekendDay'],
      thanks: '来我家尝一碗新米饭',
    },
    turns: [],
  },
  {
    by: xuNuo,
    at: [3, '20:40'],
    form: 'knowledge',
    deadline: ['+3', '21:00'],
    answers: {
      what: '阳台的薄荷总长小飞虫，怎么养才好',
      topic: 'other',
      situation: '盆土一直湿着，叶子背面有小白点。喷过一次肥皂水，管了三天又来了。',
      ways: ['inPerson', 'text'],
      minutes: 20,
      thanks: '养好了分您一盆',
    },
    turns: [
      {
        at: [2, '09:15'],
        offer: gaoFengqin,
        words: '多半是水浇多了。我去看一眼，换点粗土，再剪一剪就好。',
      },
      { at: [2, '19:50'], accept: gaoFengqin },
    ],
  },
  {
    by: zhouMin,
    at: [2, '20:00'],
    form: 'life',
    deadline: ['+4', '18:00'],
    helpersNeeded: 3,
    answers: {
      what: '周末给楼下花坛搭一圈竹篱笆',
      kind: 'repair',
      details:
        '物业同意了，竹竿和麻绳都备好，堆在门厅。花坛一圈大约十二米，要有人锯竹竿、有人扶、有人绑。' +
        '带孩子来也行，可以帮着递绳子。午饭我煮面。',
      place: '三号楼门前花坛',
      times: ['weekendDay'],
      minutes: 180,
      thanks: '人多手快，弄完一起吃碗面',
    },
    turns: [
      { at: [2, '20:12'], offer: zhaoLiqun, words: '我带手锯和卷尺，先把尺寸量好。' },
      { at: [2, '20:30'], offer: chenGuodong, words: '我来扎绳结，以前搭过葡萄架。' },
      { at: [1, '08:00'], accept: zhaoLiqun },
      { at: [1, '08:01'], accept: chenGuodong },
      {
        at: [1, '08:20'],
        talk: zhaoLiqun,
        words: '量过了，要二十六根一米二的竹竿。周六九点我先到，把竹竿锯好。',
      },
      {
        at: [1, '08:32'],
        talk: zhouMin,
        words: '好，竹竿够。我七点半把门厅打开，锯子和麻绳都在。',
      },
      { at: { minutesAgo: 80 }, talk: chenGuodong, words: '我九点半到，带了手套，多带两副。' },
      {
        at: { minutesAgo: 70 },
        offer: wuTing,
        words: '我带着孩子来递绳子，顺便烤点饼干给大家垫肚子。',
      },
    ],
  },
  {
    by: linXiaoyu,
    at: [2, '21:15'],
    form: 'life',
    deadline: ['+1', '20:00'],
    answers: {
      what: '出差一天，请人上门喂一次猫',
      kind: 'care',
      details: '猫叫年糕，不怕生。早上添一勺粮、换一碗水就行，猫砂不用管。',
      place: '三号楼门厅交接',
      times: ['workdayDay'],
      minutes: 20,
      thanks: '年糕会蹭蹭你的',
    },
    turns: [
      { at: [2, '21:40'], offer: sunYue, words: '我后天休息，早上过去，给年糕拍张照片让你放心。' },
      { at: [2, '21:52'], accept: sunYue },
      { at: { minutesAgo: 210 }, done: sunYue },
    ],
  },
  {
    by: zhaoLiqun,
    at: [1, '17:30'],
    form: 'life',
    deadline: ['+2', '19:00'],
    answers: {
      what: '借一架两米的人字梯，换走廊的灯',
      kind: 'borrow',
      details: '一楼走廊的灯闪了几天，灯管买好了，家里的梯子差一截够不着。用完当天还。',
      place: '三号楼一层走廊',
      times: ['workdayEvening', 'weekendDay'],
      minutes: 30,
      thanks: '走廊亮了，大家晚上都好走',
    },
    turns: [
      {
        at: [1, '19:05'],
        offer: chenGuodong,
        words: '梯子我有，两米二的铝梯。我顺便看看镇流器，多半是它的毛病。',
      },
      { at: { minutesAgo: 130 }, offer: zhengKai, words: '车库里有一架木梯，今晚就能送过去。' },
    ],
  },
]

/** New today. */
const fresh: Ask[] = [
  {
    by: sunYue,
    at: { minutesAgo: 190 },
    form: 'knowledge',
    deadline: ['+5', '21:00'],
    answers: {
      what: '三年级孩子读不懂应用题，怎么引导',
      topic: 'study',
      situation:
        '计算都对，一到应用题就乱。题目读完了说不出在问什么，看到“一共”就加，看到“还剩”就减。' +
        '我试过让他画图，他画得很慢，画完又忘了题目；也试过我念他听，念的时候懂，自己做又不会。' +
        '不想报班，想请教有经验的邻居：在家每天花十来分钟，可以怎么带着练？有没有合适的书？',
      ways: ['voice', 'inPerson'],
      minutes: 40,
      thanks: '谢谢您愿意听一个着急的妈妈啰嗦',
    },
    turns: [
      {
        at: { minutesAgo: 160 },
        offer: linXiaoyu,
        words: '先别急着算，让他把题目讲给你听，讲得出来就会做。明晚我下楼，带着他做两题你看看。',
      },
      { at: { minutesAgo: 120 }, accept: linXiaoyu },
    ],
  },
  {
    by: heXiulan,
    at: { minutesAgo: 52 },
    urgency: 'urgent',
    form: 'life',
    deadline: { hoursAhead: 5 },
    answers: {
      what: '回家路上帮忙带两斤鸡蛋',
      kind: 'errand',
      details: '脚扭了一下，今天不好下楼。',
      place: '三号楼三层楼道',
      times: ['workdayEvening', 'weekendEvening'],
      thanks: '明早给您送一碗蒸蛋羹',
    },
    turns: [],
  },
  {
    by: jiangWen,
    at: { minutesAgo: 24 },
    form: 'referral',
    deadline: ['+6', '20:00'],
    answers: {
      what: '找一间能坐十来个人的屋子，办读书会',
      kind: 'venue',
      background:
        '想在月底办一次邻里读书会，每人带一本最近读的书，说十分钟。需要一张长桌，安静一点就好。',
      canOffer: '我来布置和收拾，茶水自备',
      area: '走路十五分钟以内',
      thanks: '有线索就好，谢谢您牵线',
    },
    turns: [],
  },
]

export const presentAsks: readonly Ask[] = [...underWay, ...fresh]
