import writeXlsxFile from 'write-excel-file/node'
import type { RegistrationState } from '../../../types/event'
import type { FieldValue } from '../../../types/template'
import type { EventDoc, RegistrationDoc } from '../../db/documents'
import { partyOf } from './event'

/** A spreadsheet is read outside of the app, so it brings its words in both languages. */
const STATES: Record<RegistrationState, string> = {
  requested: '待审核 requested',
  waiting: '候补 waiting',
  offered: '待确认 offered',
  seated: '已报名 seated',
  declined: '未通过 declined',
  cancelled: '已取消 cancelled',
  attended: '已到场 attended',
  noShow: '未到场 no-show',
}
const HEAD = [
  '昵称 Name',
  '状态 State',
  '人数 Party',
  '报名时间 Signed up',
  '到场时间 Arrived',
  '迟到 Late',
]

/** The list of those signed up as a spreadsheet: one line a person, one column a question. */
export function sheetOf(
  event: EventDoc,
  registrations: readonly RegistrationDoc[],
  nameOf: (userId: string) => string,
  timeZone: string,
): Promise<Buffer> {
  const { questions } = event.form
  const instant = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const head = [...HEAD, ...questions.map(({ label }) => label)]
  const rows = registrations.map((part) => [
    nameOf(part.userId),
    STATES[part.state],
    String(partyOf(part)),
    instant.format(part.createdAt),
    part.attendedAt === null ? '' : instant.format(part.attendedAt),
    part.isLate ? '是 yes' : '',
    ...questions.map(({ key }) => wordsOf(part.answers[key])),
  ])
  // Text throughout: nothing that a member wrote becomes a formula.
  const cells = [head, ...rows].map((row, n) =>
    row.map((value) => ({
      value,
      type: String,
      ...(n === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
  return writeXlsxFile(cells).toBuffer()
}

const wordsOf = (value: FieldValue | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join('、') : String(value)
