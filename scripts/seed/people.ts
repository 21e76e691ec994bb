import type { AvatarId } from '../../types/shape'

/**
 * The demo's cast: everyone in the two simulated WeChat groups, whether or not the communities know
 * them. Names are invented. The order is the order in which the console offers them.
 */
export type CastMember = {
  readonly openid: string
  readonly name: string
  /** What the console says beside the name. */
  readonly note: string
  readonly avatar: AvatarId
  readonly skills: readonly string[]
}

const person = (
  key: string,
  name: string,
  note: string,
  avatar: AvatarId,
  ...skills: string[]
): CastMember => ({ openid: `o-demo-${key}`, name, note, avatar, skills })

export const cast = {
  zhouMin: person('zhou-min', '周敏', '群主', 'a2', '组织活动', '泡茶'),
  chenGuodong: person('chen-guodong', '陈国栋', '管理员', 'a3', '修水电', '装灯'),
  linXiaoyu: person('lin-xiaoyu', '林晓雨', '协管', 'a4', '英语', '辅导作业'),
  wuTing: person('wu-ting', '吴婷', '成员', 'a1', '烘焙', '做饭'),
  zhaoLiqun: person('zhao-liqun', '赵立群', '成员', 'a6', '木工', '修自行车', '借工具'),
  sunYue: person('sun-yue', '孙悦', '成员', 'a5', '护理', '量血压'),
  maXiao: person('ma-xiao', '马骁', '成员，夜谈群主', 'a7', '修电脑', '装路由器', '前端开发'),
  heXiulan: person('he-xiulan', '何秀兰', '成员', 'a8', '改衣服', '织毛衣'),
  zhengKai: person('zheng-kai', '郑凯', '成员', 'a9', '开车', '搬家'),
  xuNuo: person('xu-nuo', '许诺', '成员，也在夜谈', 'a10', '摄影', '设计'),
  gaoFengqin: person('gao-fengqin', '高凤琴', '成员', 'a11', '接送孩子', '家常菜'),
  jiangWen: person('jiang-wen', '蒋文', '成员', 'a12', '看合同', '写材料'),
  fangQing: person('fang-qing', '方晴', '新成员', 'a5', '遛狗', '养花'),
  luoXiaochuan: person('luo-xiaochuan', '罗小川', '申请待审核', 'a6', '吉他'),
  songYan: person('song-yan', '宋岩', '申请被婉拒', 'a9', '房产咨询'),
  pengYu: person('peng-yu', '彭宇', '路过的陌生人', 'a3'),
  ningYuan: person('ning-yuan', '宁远', '管理员', 'a12', 'TypeScript', '代码评审'),
  shenYihe: person('shen-yihe', '沈一禾', '成员', 'a4', 'CSS', '动效'),
  yeZhou: person('ye-zhou', '叶舟', '成员', 'a8', '性能优化', 'Node.js'),
  hanDong: person('han-dong', '韩冬', '路过的陌生人', 'a1'),
} as const satisfies Record<string, CastMember>

export const groups = {
  neighbours: {
    id: 'g-demo-wutongli-3',
    name: '梧桐里3号楼',
    card: { title: '梧桐里邻里：楼上楼下，有事招呼一声', path: '' },
    members: [
      cast.zhouMin,
      cast.chenGuodong,
      cast.linXiaoyu,
      cast.wuTing,
      cast.zhaoLiqun,
      cast.sunYue,
      cast.maXiao,
      cast.heXiulan,
      cast.zhengKai,
      cast.xuNuo,
      cast.gaoFengqin,
      cast.jiangWen,
      cast.fangQing,
      cast.luoXiaochuan,
      cast.songYan,
      cast.pengYu,
    ],
  },
  frontend: {
    id: 'g-demo-frontend-night',
    name: '前端夜谈',
    card: { title: '前端夜谈：把踩过的坑讲清楚，让后来的人少走弯路', path: '' },
    members: [cast.maXiao, cast.ningYuan, cast.xuNuo, cast.shenYihe, cast.yeZhou, cast.hanDong],
  },
} as const

/** The cast in the shape that the local cloud takes with `--people`. */
export const people = {
  users: Object.values(cast).map(({ openid, name, note }) => ({ openid, name, note })),
  groups: Object.values(groups).map(({ id, name, card, members }) => ({
    id,
    name,
    card,
    members: members.map(({ openid }) => openid),
  })),
}
