import { FIRST_RULES } from '../ledger/rules'
import { levelsOf, type Preset } from './preset'
import { BUILT_IN_TEMPLATES } from './templates'

export const generic: Preset = {
  name: '通用互助',
  summary: '什么样的群都能用：九种求助单都在，用不上的关掉就好',
  purpose: '有事说一声，能帮就搭把手',
  welcome:
    '欢迎你来。需要帮忙，就发一张求助单，把事情和时间写清楚；看到自己能帮的，点一下「我来帮忙」。帮完了互相道声谢，这里就是这样一点一点热起来的。',
  rules: [
    '求助说清楚：要帮什么、最晚什么时候、做到什么样就行。',
    '量力而行，答应了就尽量做到；来不了早点说，好让别人接上。',
    '不写电话、微信号、住址和证件信息，保护自己，也保护别人。',
    '不发广告，不推销，不拉人进别的群。',
    '不借钱，不募捐，不垫付。遇到急难，请找正规的救助渠道。',
    '得了帮助说声谢谢；有分歧好好说，不指责，不起外号。',
  ],
  questions: [
    {
      key: 'about',
      kind: 'longText',
      label: '简单说说自己',
      why: '平时做什么、为什么想加入，一两句就好。不用写真名和单位。',
      example: '在附近上班，周末有空，看到群里的卡片想来看看',
      required: true,
      minLength: 4,
      maxLength: 200,
    },
    {
      key: 'canHelp',
      kind: 'longText',
      label: '能帮上什么',
      why: '小事也算。会的、有的、愿意做的，都可以写。',
      example: '会修电脑，也能帮忙带孩子写作业',
      required: false,
      maxLength: 200,
    },
  ],
  templates: BUILT_IN_TEMPLATES,
  points: FIRST_RULES,
  levels: levelsOf('新朋友', '热心人', '好帮手', '顶梁柱'),
}
