import type { AddToCalendar } from './types'

/** RFC 5545: commas, semicolons and backslashes are escaped, line ends written as \n. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Hands the browser an iCalendar file (RFC 5545), which every calendar opens. */
export const addToCalendar: AddToCalendar = async (entry) => {
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//huzhu//events//ZH',
    'BEGIN:VEVENT',
    `UID:${entry.id}@huzhu`,
    `DTSTAMP:${stamp(new Date().toISOString())}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.about)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }))
  link.download = `${entry.title}.ics`
  link.click()
  URL.revokeObjectURL(link.href)
  return true
}
