import { presentAsks } from './neighbours-now'
import { pastAsks } from './neighbours-past'
import { standingOffers } from './neighbours-standing'
import { cast, groups } from './people'
import type { Application, Moment, Story } from './story'

const joins = (
  who: Application['who'],
  at: Moment,
  where: string,
  canHelp: string,
  heardFrom: 'group' | 'neighbour' | 'notice',
  decided: NonNullable<Application['decided']>,
): Application => ({ who, at, answers: { where, canHelp, heardFrom }, decided })

const by = (who: Application['who'], at: Moment) => ({ by: who, at })
const { zhouMin, chenGuodong, linXiaoyu } = cast

/** 梧桐里邻里: the people of one building, twelve days after one of them began it. */
export const neighbours: Story = {
  group: groups.neighbours.id,
  community: { preset: 'neighbourhood', name: '梧桐里邻里', purpose: '楼上楼下，有事招呼一声' },
  founder: zhouMin,
  foundedAt: [12, '20:10'],
  readUntil: [1, '22:40'],
  asks: [...pastAsks, ...presentAsks],
  standing: standingOffers,
  applications: [
    joins(
      chenGuodong,
      [12, '20:25'],
      '三号楼二层，住了二十年',
      '退休前是电工，换灯、换开关、看跳闸的毛病都可以找我',
      'group',
      { ...by(zhouMin, [12, '20:41']), role: 'admin' },
    ),
    joins(
      linXiaoyu,
      [12, '21:02'],
      '三号楼，靠近南门',
      '在小学教英语，晚上能给孩子讲讲作业',
      'group',
      { ...by(zhouMin, [12, '21:20']), role: 'moderator' },
    ),
    joins(
      cast.wuTing,
      [11, '08:15'],
      '三号楼四层',
      '喜欢烤面包，谁家孩子生日可以一起做蛋糕',
      'group',
      by(zhouMin, [11, '08:40']),
    ),
    joins(
      cast.zhaoLiqun,
      [11, '12:30'],
      '三号楼一层，带小院',
      '家里工具全，电钻、手锯、打气筒都能借，也会修自行车',
      'neighbour',
      by(chenGuodong, [11, '13:05']),
    ),
    joins(
      cast.heXiulan,
      [11, '19:45'],
      '三号楼三层',
      '做了一辈子裁缝，改裤脚、换拉链都行',
      'neighbour',
      by(linXiaoyu, [11, '20:10']),
    ),
    joins(
      cast.sunYue,
      [10, '07:50'],
      '三号楼五层',
      '医院护士，能教大家量血压、处理小伤口',
      'group',
      by(chenGuodong, [10, '09:20']),
    ),
    joins(
      cast.maXiao,
      [10, '21:30'],
      '三号楼六层',
      '修电脑、调路由器，家里网慢可以喊我',
      'group',
      by(zhouMin, [10, '21:48']),
    ),
    joins(
      cast.zhengKai,
      [9, '18:20'],
      '三号楼二层，车位在地库',
      '有一辆小货车，周末能帮忙拉点东西',
      'notice',
      by(chenGuodong, [9, '19:02']),
    ),
    joins(
      cast.gaoFengqin,
      [9, '10:05'],
      '三号楼一层',
      '退休在家，放学时间能顺路接接孩子',
      'neighbour',
      by(linXiaoyu, [9, '11:10']),
    ),
    joins(
      cast.jiangWen,
      [8, '22:10'],
      '三号楼七层',
      '看合同、写申请这类文字活可以搭把手',
      'group',
      by(zhouMin, [7, '07:55']),
    ),
    joins(
      cast.xuNuo,
      [6, '20:30'],
      '三号楼五层，刚搬来两个月',
      '会拍照，能给老人拍几张像样的相片',
      'notice',
      by(linXiaoyu, [6, '20:52']),
    ),
    joins(
      cast.songYan,
      [3, '10:00'],
      '全城都熟',
      '专做这一片的二手房，买房卖房都可以问我',
      'group',
      {
        ...by(chenGuodong, [3, '12:30']),
        reason: '这里只收附近的住户，不做房产推广。如果你也住在这一片，欢迎写上楼号再申请。',
      },
    ),
    joins(
      cast.fangQing,
      [1, '22:15'],
      '三号楼四层，上个月搬来',
      '早晚都遛狗，可以顺路帮忙带狗或者取东西',
      'notice',
      by(linXiaoyu, { minutesAgo: 95 }),
    ),
    {
      who: cast.luoXiaochuan,
      at: { minutesAgo: 150 },
      answers: {
        where: '三号楼六层，租住',
        canHelp: '会弹吉他，也能教孩子认谱；力气活随叫随到',
        heardFrom: 'group',
      },
    },
  ],
}
