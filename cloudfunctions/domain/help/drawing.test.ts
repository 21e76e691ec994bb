import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OFFER_STATES, REQUEST_STATES } from '../../../types/help-rules'
import {
  isFinal,
  isStanding,
  OFFER_BEGINNINGS,
  OFFER_WAYS,
  OFFER_WAYS_BY_ITSELF,
  REQUEST_WAYS,
} from './states'

/** The machines as `docs/help.md` draws them, made from the tables that the code walks by. */
const drawn = (lines: readonly string[]) =>
  ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n')

function offerDrawing(): string {
  const ways = Object.entries({ ...OFFER_WAYS, ...OFFER_WAYS_BY_ITSELF }).flatMap(([by, way]) =>
    Object.entries(way).map(([from, to]) => `${from} --> ${to}: ${by}`),
  )
  const begun = Object.entries(OFFER_BEGINNINGS).map(([by, to]) => `[*] --> ${to}: ${by}`)
  const ends = OFFER_STATES.filter((state) => !isStanding(state))
  const again = ends.map((state) => `${state} --> ${OFFER_BEGINNINGS.makeOffer}: makeOffer again`)
  return drawn([...begun, ...ways, ...again, 'thanked --> [*]'])
}

function requestDrawing(): string {
  const ways = REQUEST_STATES.flatMap((from) =>
    Object.entries(REQUEST_WAYS[from]).map(([to, why]) => `${from} --> ${to}: ${why}`),
  )
  const ends = REQUEST_STATES.filter(isFinal).map((state) => `${state} --> [*]`)
  return drawn(['[*] --> open: postRequest', ...ways, ...ends])
}

const page = readFileSync(join(__dirname, '../../../docs/help.md'), 'utf8')

test('the page draws offers as the tables say', () => {
  expect(page).toContain(offerDrawing())
})

test('the page draws requests as the tables say', () => {
  expect(page).toContain(requestDrawing())
})
