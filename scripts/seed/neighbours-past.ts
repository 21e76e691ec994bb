import { cast } from './people'
import type { Ask } from './story'

const { chenGuodong, wuTing, zhaoLiqun, sunYue, maXiao, heXiulan, zhengKai, gaoFengqin, jiangWen } =
  cast

/** Long over: helped and thanked. */
const thanked: Ask[] = [
  {
    by: wuTing,
    at: [9, '19:30'],
    form: 'life',
    deadline: [6, '21:00'],
    answers: {
      what: '借缝纫机改两条窗帘，长了一截',
      kind: 'borrow',
      details: '窗帘是普通棉麻的，每条要裁短二十厘米再锁边。自己会踩一点缝纫机，就是家里没有。',
      place: '三号楼四层楼道',
      times: ['workdayEvening', 'weekendDay'],
      minutes: 60,
      thanks: '改好了请您来家里喝下午茶',
    },
    turns: [
      {
        at: [9, '20:05'],
        offer: heXiulan,
        words: '不用搬机器，你拿来我这儿，两条窗帘半个钟头就好。线我这里颜色全。',
      },
      { at: [9, '20:20'], accept: heXiulan },
      { at: [8, '20:45'], done: heXiulan },
      {
        at: [8, '21:30'],
        thank: heXiulan,
        words: '何阿姨连线的颜色都替我配好了，窗帘现在正好垂到地面。谢谢您！',
      },
    ],
  },
  {
    by: sunYue,
    at: [8, '12:10'],
    form: 'life',
    deadline: [5, '18:00'],
    helpersNeeded: 2,
    answers: {
      what: '周末把一张折叠床从地库抬到五楼',
      kind: 'carry',
      details: '床是给来住一阵的妈妈准备的，大约三十公斤，电梯放不进去，要走楼梯。两个人抬比较稳。',
      place: '地库电梯口',
      times: ['weekendDay'],
      minutes: 30,
      thanks: '楼梯不好走，先谢谢两位出力的邻居',
    },
    turns: [
      { at: [8, '12:40'], offer: zhengKai, words: '周末上午我在，带一副手套和绑带过来。' },
      { at: [8, '13:15'], offer: zhaoLiqun, words: '算我一个，楼梯转角我来看路。' },
      { at: [8, '18:30'], accept: zhengKai },
      { at: [8, '18:31'], accept: zhaoLiqun },
      { at: [6, '10:50'], done: zhengKai },
      { at: [6, '11:00'], done: zhaoLiqun },
      { at: [6, '12:20'], thank: zhengKai, words: '床抬上来一点没磕着，绑带真管用，谢谢郑哥。' },
      {
        at: [6, '12:22'],
        thank: zhaoLiqun,
        words: '转角那几步全靠您看路，抬完还顺手把床腿的螺丝紧了一遍。妈妈说睡得很踏实。',
      },
    ],
  },
  {
    by: gaoFengqin,
    at: [7, '09:10'],
    form: 'knowledge',
    deadline: [5, '20:00'],
    answers: {
      what: '手机上的字太小，怎么调大',
      topic: 'device',
      situation: '看消息要戴两副眼镜，孩子不在身边，不敢乱点。',
      ways: ['inPerson'],
      minutes: 15,
      thanks: '麻烦小年轻啦',
    },
    turns: [
      { at: [7, '12:15'], offer: maXiao, words: '下班路过您家，五分钟就好，顺便把提示音也调大。' },
      { at: [7, '12:40'], accept: maXiao },
      { at: [7, '19:20'], done: maXiao },
      { at: [7, '20:00'], thank: maXiao, words: '字大了，声也响了，小马还写了张纸条教我，真好。' },
    ],
  },
  {
    by: jiangWen,
    at: [6, '21:40'],
    form: 'referral',
    deadline: [2, '20:00'],
    answers: {
      what: '想找一位会修老木窗的师傅',
      kind: 'service',
      background:
        '家里还是三十年前的木窗，榫头松了，刮风就响。问过两家装修的，都说只换不修。窗框是好木料，拆了可惜，' +
        '想请一位懂老木工的师傅来看看：能紧的紧一紧，合页换新的，玻璃重新打一遍腻子。不急着做，先听听师傅的说法，' +
        '知道大概要几天、哪些得换，心里有个数。',
      canOffer: '修完我把前后的照片和过程写下来，给别的老房子参考',
      area: '本小区一带',
      people: 1,
      thanks: '成不成都谢谢您替我想着',
    },
    turns: [
      { at: [6, '22:05'], offer: zhengKai, words: '我认识一家做断桥铝的，可以打折换新窗。' },
      {
        at: [5, '08:30'],
        offer: chenGuodong,
        words: '厂里的老同事就是木工班的，手艺没丢，我带他上门看看。',
      },
      { at: [5, '09:00'], decline: zhengKai, reason: '谢谢郑哥，这回想先试试修，不换新的。' },
      { at: [5, '09:02'], accept: chenGuodong },
      { at: [4, '17:10'], done: chenGuodong },
      {
        at: [4, '20:15'],
        thank: chenGuodong,
        words:
          '老师傅一听声音就知道哪根榫松了，当场紧好两扇。陈叔陪着忙了一下午，晚上刮风，家里头一回这么安静。',
      },
    ],
  },
  {
    by: maXiao,
    at: [3, '18:05'],
    form: 'knowledge',
    deadline: [2, '12:00'],
    answers: {
      what: '请教红烧肉怎么做才不腻',
      topic: 'craft',
      situation: '照着菜谱做过两回，一回太硬，一回全是油。周末想做给爸妈吃。',
      ways: ['text', 'inPerson'],
      thanks: '做成了给您端一碗',
    },
    turns: [
      {
        at: [3, '18:20'],
        offer: wuTing,
        words: '关键是先把油煸出来，再小火焖足一个半小时，我把步骤写给你。',
      },
      { at: [3, '18:32'], accept: wuTing },
      { at: [3, '19:10'], done: wuTing },
      { at: [2, '13:00'], thank: wuTing, words: '爸妈一人添了两碗饭！步骤写得比菜谱清楚多了。' },
    ],
  },
]

/** Ended without help: called off, or nobody had time. */
const ended: Ask[] = [
  {
    by: heXiulan,
    at: [5, '15:00'],
    form: 'life',
    deadline: ['+2', '20:00'],
    answers: {
      what: '转让一辆八成新的儿童自行车',
      kind: 'secondHand',
      details:
        '十六寸，红色，辅助轮和车铃都在。孙女长高了骑不了，适合五六岁的孩子，来试骑合适就推走。',
      place: '三号楼车棚',
      times: ['workdayEvening', 'weekendDay'],
      thanks: '有孩子接着骑，我就高兴',
    },
    turns: [{ at: [4, '10:30'], close: '侄女家的孩子骑走了，谢谢大家惦记。' }],
  },
  {
    by: zhengKai,
    at: [4, '12:20'],
    form: 'knowledge',
    deadline: [2, '18:00'],
    answers: {
      what: '孩子转学要带哪些材料',
      topic: 'formality',
      situation: '下学期想转到家门口的小学，窗口说要居住方面的证明，没听明白具体是哪几样。',
      ways: ['text', 'voice'],
      thanks: '跑过一趟的邻居说一句，我就少跑三趟',
    },
    turns: [],
  },
]

export const pastAsks: readonly Ask[] = [...thanked, ...ended]
