import { FIRST_RULES } from '../ledger/rules'
import { levelsOf, type Preset } from './preset'
import { carpool } from './templates/carpool'
import { emergency } from './templates/emergency'
import { knowledge } from './templates/knowledge'
import { neighbourly } from './templates/neighbourly'
import { other } from './templates/other'
import { referral } from './templates/referral'
import { shopping } from './templates/shopping'

export const neighbourhood: Preset = {
  name: '邻里互助',
  summary: '同一个小区、同一条街的人，借把梯子、搬个柜子、问点经验',
  purpose: '楼上楼下，有事招呼一声',
  welcome:
    '欢迎搬进来。需要梯子、钻头、一双手，就在互助板上说一声；家里有富余的工具、有空的周末，也请告诉大家。写到楼号就好，门牌号和电话不用写。第一次来，先去看看谁家正等着帮忙。',
  rules: [
    '有事直说：要帮什么、最晚什么时候，写清楚了，大家才好伸手。',
    '量力而行。答应的事尽量做到，来不了就早点说，好让别人接上。',
    '求助和留言里不写电话、微信号、门牌号和证件信息，保护自己，也保护邻居。',
    '不发广告，不推销，不拉人进别的群。转让自家的旧物可以，做生意请去别处。',
    '不借钱，不募捐，不收跑腿费。遇到急难，请找居委会、民政部门或正规的救助平台。',
    '得了帮助，别忘了说声谢谢；没帮上的，也谢谢那份心意。',
    '有分歧好好说，不指责，不起外号，邻居家的事不往外传。',
  ],
  questions: [
    {
      key: 'where',
      kind: 'shortText',
      label: '你住在哪一片',
      why: '让大家知道你就在附近。写到楼号或路口就好，不用写门牌号。',
      example: '三号楼，靠近南门',
      required: true,
      minLength: 2,
      maxLength: 40,
    },
    {
      key: 'canHelp',
      kind: 'longText',
      label: '平时能帮上什么',
      why: '小事也算。互相帮忙，就是从这些小事开始的。',
      example: '周末在家，能帮忙搬东西，也会修自行车',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
    {
      key: 'heardFrom',
      kind: 'singleChoice',
      label: '从哪里知道这里',
      why: '方便管理员和你打招呼，不答也没关系。',
      required: false,
      options: [
        { value: 'group', label: '小区群里的卡片' },
        { value: 'neighbour', label: '邻居告诉我的' },
        { value: 'notice', label: '楼下的海报' },
        { value: 'other', label: '别的途径' },
      ],
    },
  ],
  templates: [neighbourly, knowledge, shopping, carpool, emergency, referral, other],
  points: FIRST_RULES,
  levels: levelsOf('新邻居', '热心邻居', '好街坊', '楼里的依靠'),
}
