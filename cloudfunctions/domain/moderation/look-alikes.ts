/**
 * Characters that are drawn like a letter or digit and are another one. NFKC already folds full
 * width, circled and mathematical forms; these are what it leaves: other alphabets and dingbats.
 * Each row is read in pairs: what is drawn, what it stands for.
 */
const PAIRS = [
  // Cyrillic
  'аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxԁdԛqԝwззӏl',
  // Greek
  'αaβbεeηnιiκkνvοoρpτtυuχxωwγy',
  // Latin with strokes and small capitals
  'ɑaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzıiłløo',
  // Dingbat digits, which Unicode does not decompose
  '❶1❷2❸3❹4❺5❻6❼7❽8❾9➀1➁2➂3➃4➄5➅6➆7➇8➈9➊1➋2➌3➍4➎5➏6➐7➑8➒9⓿0⓵1⓶2⓷3⓸4⓹5⓺6⓻7⓼8⓽9',
  // Signs used for a letter of "vx"
  '♥v❤v✘x✗x×x╳x✖x',
].join('')

const TABLE = new Map<string, string>()
{
  const signs = [...PAIRS]
  for (let i = 0; i + 1 < signs.length; i += 2) {
    TABLE.set(signs[i] as string, signs[i + 1] as string)
  }
}

/** Negative squared and circled capitals and regional indicators: 26 letters in a row from each start. */
const LETTER_ROWS = [0x1f150, 0x1f170, 0x1f1e6]

/** The letter or digit that a character is drawn like; itself when it is none of these. */
export function plainLetter(sign: string): string {
  const known = TABLE.get(sign)
  if (known !== undefined) return known
  const point = sign.codePointAt(0) ?? 0
  for (const start of LETTER_ROWS) {
    if (point >= start && point < start + 26) return String.fromCharCode(97 + point - start)
  }
  return sign
}

/** Digits in words: everyday, formal, spoken over the radio, and small numbers drawn as one sign. */
const SPELLED: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
  洞: '0',
  幺: '1',
  两: '2',
  拐: '7',
  勾: '9',
  弌: '1',
  弍: '2',
  弎: '3',
  亖: '4',
  仨: '3',
  参: '3',
}

/** The digit that a character spells, or undefined. */
export const spelledDigit = (sign: string): string | undefined => SPELLED[sign]
