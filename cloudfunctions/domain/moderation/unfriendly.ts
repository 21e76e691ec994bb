/*
 * What the policy calls unfriendly (H2): insults, threats, contempt for a person or for a kind of
 * people, incitement against them. Written from the policy and from what is generally known of such
 * words and how they are disguised: homophones, letters for syllables, other characters of the same
 * sound. Read in a text without spaces and symbols, in simplified characters and small letters. Each
 * only brings the text before a person. What neighbours say of pests, pets, meals, illness or
 * themselves is left out (害虫, 母狗, 油腻, 吐了, 败家), or stands here in company alone.
 */

/** Words that insult whomever they are said of. */
export const INSULTS = [
  // Stupidity as an insult
  '傻逼 傻比 傻b 傻13 傻叉 傻屌 傻吊 傻狗 傻缺 煞笔 煞逼 煞比 沙比 沙币 沙碧 啥比 莎比 杀币 二逼 装逼 装b ',
  '脑残 脑惨 脑子有病 脑子进水 脑子有坑 脑子坏 没脑子 没长脑子 没带脑子 智障 志障 制杖 弱智 若智 低能儿 智商低 智商不够 ',
  '智商堪忧 智商欠费 智商感人 白痴 蠢货 蠢猪 蠢驴 蠢蛋 蠢材 又蠢 愚蠢 神经病 有病吧 有病啊 疯婆子 癫婆 ',
  // Beings below people
  '畜生 畜牲 牲畜不如 禽兽 猪狗不如 狗东西 狗杂 狗逼 狗比 狗贼 狗腿子 狗奴 狗粮养的 狗改不了 狗眼看人 走狗 ',
  '杂种 杂碎 孽种 贱种 野种 毒瘤 老鼠屎 搅屎棍 人渣 渣滓 渣男 渣女 社会渣 败类 废物 废柴 怂货 怂包 怂逼 孬种 窝囊废 妖孽 垃圾人 ',
  // Character and conduct
  '不要脸 不要逼脸 不要b脸 脸都不要 没脸没皮 厚颜 无耻 恬不知耻 下贱 下作 下流 卑鄙 龌龊 贱人 贱货 贱逼 贱b 犯贱 真贱 太贱 好贱 贱不贱 ',
  '缺德 丧尽天良 丧心病狂 狼心狗肺 白眼狼 没教养 没素质 低素质 素质低 素质差 素质太差 素质堪忧 没家教 没娘养 ',
  '嘴脸 丑恶 丑陋 丑态 恶毒 虚伪 伪君子 心机婊 绿茶婊 婊子 圣母婊 捞女 荡妇 破鞋 骚货 浪货 泼妇 长舌妇 母夜叉 黄脸婆 ',
  '老不死 老东西 老流氓 恶霸 键盘侠 杠精 巨婴 妈宝 舔狗 龟儿子 龟孙 龟男 王八蛋 王八羔 汉奸 洋奴 奴性 媚外 崇洋 恨国 ',
  // Cursing
  '他妈的 他吗的 特么的 特喵的 你妈的 你吗的 你妈逼 尼玛 泥马 草泥马 妈的智 妈逼 妈b 妈卖批 麻痹的 麻批 你大爷的 你奶奶的 ',
  '操你 操他 草你妈 艹 肏 日你 干你娘 滚蛋 滚粗 滚远点 滚出去 滚出中国 滚回 快滚 给我滚 赶紧滚 去死 死全家 全家死 死绝 断子绝孙 不得好死 下地狱 ',
  '吃屎 狗屎 狗屁 满嘴喷粪 嘴臭 嘴贱 闭上你的嘴 ',
  // That somebody counts for nothing
  '什么玩意 啥玩意 算什么东西 算个屁 什么货色 不是东西 不是人 不是个人 不是好东西 没一个好 没几个好 没有一个好 一个德行 一副德行 这德行 ',
  '活该 自作自受 自取其辱 咎由自取 死有余辜 装可怜 装清高 笑死人 可怜虫 丢人现眼 臭婊 臭娘们 臭男人 死肥 肥婆 肥猪 丑逼 丑八怪 矮矬穷 ',
  '猥琐 恶俗 残废 瘸子 跛子 聋子 瞎逼 眼瞎 死胖子 侏儒 秃驴',
].join('')

/** Words that name a kind of people with contempt. */
export const SLURS = [
  // Of a sex, of those who love their own, of those who speak for women
  '田园女权 女权癌 女权婊 女权狗 女拳 打女拳 伪女权 小仙女们 郭楠 蝈男 蝈蝻 蝻 普信 普却信 下头男 下头女 直男癌 男权癌 屌癌 吊癌 ',
  '婚驴 胎器 生育机器 子宫机器 倒贴货 二手货女 赔钱货 母猪 娘炮 娘娘腔 不男不女 人妖 死变态 基佬 死基 死gay 死同性恋 骗婚gay ',
  // Of a place or a people, near and far
  '黑鬼 黑奴 黑蛆 黑畜 黑猪人 尼哥 尼格 黑逼 昆仑奴 泥哥 白皮猪 白猪人 红毛鬼 洋鬼子 洋大人 洋爹 小日本 日本狗 倭奴 小鬼子 脚盆鸡 ',
  '高丽棒子 韩棒 韩狗 猴子国 越南猴 犹太猪 绿教 穆狗 绿狗 支那人 支那猪 呆湾 台巴子 台狗 港灿 港怂 港狗 废青 曱甴 南蛮 蛮夷 ',
  '外地狗 臭外地 外地佬 硬盘人 乡巴佬 土鳖 土老帽 泥腿子 贱民 屁民 臭打工 臭要饭 捞仔 捞佬 捞妹 北佬 偷井盖 小赤佬 瘪三 穷逼 穷鬼 ',
  // Of kinds as such
  '劣等 低等民族 低等人 下等人 低级人种 劣质人 劣根性 劣种 垃圾民族 垃圾国 奴隶民族 没进化 进化不完全 未进化 基因差 基因不好 基因劣 种族清洗 化学阉割',
].join('')

/** What calls for violence, or says that it is coming. */
export const THREATS =
  '打死你 打死他 打死她 弄死你 弄死他 弄死她 整死你 搞死你 砍死 捅死 掐死你 烧死他 杀了你 杀你全家 杀光 杀绝 宰了你 宰了他 屠光 屠城 见一个打一个 见一次打一次 ' +
  '往死里打 打断你的腿 剁了 枪毙 炸死 放火烧 赶出中国 统统赶走 全都赶走 一个不留 团结起来抵制 抵制他们 别让他们进 人肉他 人肉她 曝光他全家'

/**
 * Letters for the syllables of a curse, which are no part of another word; disgust that is no
 * symptom. In a text without spaces and symbols.
 */
export const SAID_SHORT =
  /(?<![a-z])(?:sb|nmsl|w?cnm|wcnmb|rnm|nmb|tmd|mlgb|mmp|djb|cnmd|wdnmd)(?![a-z])|(?<![a-z])(?:s[ha]{0,2}bi|caonima|nima[bd]i?)(?![a-z])|恶心(?!想?[呕吐头乏发腹胃拉干]|的?症状)|作呕的?(?:嘴|人|行)/

/** Kinds of people, named as such: harmless alone. */
const PLACES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙 广西 西藏 宁夏 新疆 香港 澳门 ' +
  '东北 华北 江浙 潮汕 潮州 温州 莆田 苏北 苏南 江北 北方 南方 广州 深圳 武汉 南京 成都 哈尔滨 沈阳 大连 青岛 郑州 西安 日本 韩国 朝鲜 印度 越南 泰国 菲律宾 缅甸 柬埔寨 ' +
  '非洲 美国 英国 法国 德国 俄罗斯 中东 阿拉伯 欧洲 欧美 西方 中国'
const OF_A_PLACE = ['人', '佬', '女', '男', '仔', '婆娘']

export const GROUPS: readonly string[] = [
  ...PLACES.split(' ').flatMap((place) => OF_A_PLACE.map((kind) => `${place}${kind}`)),
  ...(
    '男人 女人 男的 女的 男生 女生 男性 女性 妇女 大妈 老男人 老女人 大龄女 离婚女 直男 女权 男权 女司机 家庭主妇 ' +
    '同性恋 男同 女同 双性恋 跨性别 变性人 gay 黑人 白人 黄种人 有色人种 老外 外国人 洋人 留学生 非裔 亚裔 华人 犹太人 吉普赛 穆斯林 回族 回民 维族 藏族 蒙族 满族 汉族 少数民族 教徒 ' +
    '外地人 本地人 农村人 农民 农民工 乡下人 城里人 打工仔 打工妹 民工 穷人 富人 有钱人 北方人 南方人 残疾人 聋哑人 盲人 胖子 老年人 ' +
    '这帮人 这群人 那帮人 那群人 这种人 那种人 这类人 这伙人 这民族 这个民族 这个种族'
  ).split(' '),
]

/** Said near a kind of people, these are contempt for it, or call for it to go. */
export const CONTEMPT: readonly string[] = (
  '垃圾 恶心 厌恶 反感 嫌弃 鄙视 鄙夷 看不起 瞧不起 最烦 真烦 烦死 差劲 欠打 欠揍 欠骂 欠操 欠收拾 滚 ' +
  '没品 贱 蠢 又丑 真丑 骚 抠门 小气 势利 恶毒 凶狠 野蛮 粗鲁 粗俗 无赖 ' +
  '愚昧 乱搞 滥交 不检点 骗子 强奸 吸毒 贩毒 艾滋 性病 不劳而获 白嫖 吃软饭 ' +
  '劣根 德性 德行 没文化 没教养 没脑子 骨子里 ' +
  '别嫁 别娶 离远点 绕着走 遣返 赶走 赶出 灭绝 绝种 枪毙'
).split(' ')

/** What these words are part of and mean no harm in. */
export const ORDINARY =
  /垃圾(?:袋|桶|分类|站|车|箱|房|堆|清|处理|费|短信)|滚(?:动|轮|筒|烫|水|珠|石)|[打翻摇]滚|贱[卖价]/g

/** How far apart a kind of people and the contempt for it may stand, in characters. */
export const CONTEMPT_WINDOW = 6
