import { engines } from '../../package.json'
import { Complaint } from './complaint'

/** Refuses a Node older than package.json asks for (`>=20.19`). `version` without a leading v. */
export function requireNode(version: string, wanted: string = engines.node): void {
  const numbers = (text: string) => text.replace(/^\D+/, '').split('.').map(Number)
  const [have, need] = [numbers(version), numbers(wanted)]
  for (const [place, least] of need.entries()) {
    const part = have[place] ?? 0
    if (part > least) return
    if (part < least) {
      throw new Complaint(
        `This needs Node ${need.join('.')} or newer and runs on ${version}: install a newer one from https://nodejs.org.`,
      )
    }
  }
}
