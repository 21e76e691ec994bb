import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFlags, verdictOf } from '../cloudfunctions/domain/moderation/screen'

/** COLD, the Chinese Offensive Language Dataset (Apache-2.0): for measuring, never shipped. */
const LABELLED = join(__dirname, '../../shared/data/cold-dev.csv')

/** One row of a CSV file whose last column may be quoted, hold commas and begin new lines. */
const ROW = /^\d+,[a-z]+,[^,]*,([01]),(?:"((?:[^"]|"")*)"|(.*))\r?$/gm

function labelledTexts(): { offensive: boolean; text: string }[] {
  return [...readFileSync(LABELLED, 'utf8').matchAll(ROW)].map(([, label, quoted, plain]) => ({
    offensive: label === '1',
    text: quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  }))
}

/**
 * What the rules alone (without WeChat's check) do with labelled public texts. Clean texts held back
 * are the cost; offensive texts sent on are the use. Null where the data set is not at hand.
 */
export function measureScreening(): Record<string, string | number>[] | null {
  if (!existsSync(LABELLED)) return null
  const texts = labelledTexts()
  for (const { text } of texts.slice(0, 100)) findFlags([{ field: '', text }], null)
  const started = performance.now()
  const judged = texts.map(({ offensive, text }) => ({
    offensive,
    verdict: verdictOf(findFlags([{ field: '', text }], null)),
  }))
  const us = ((performance.now() - started) * 1000) / texts.length
  return [false, true].map((offensive) => {
    const group = judged.filter((each) => each.offensive === offensive)
    const share = (verdict: string) =>
      `${((100 * group.filter((each) => each.verdict === verdict).length) / group.length).toFixed(1)} %`
    return {
      texts: offensive ? 'offensive' : 'clean',
      count: group.length,
      'to a person': share('review'),
      refused: share('refuse'),
      'us a text': Math.round(us),
    }
  })
}
