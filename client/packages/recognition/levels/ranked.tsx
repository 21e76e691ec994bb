import { ListGroup, ListRow } from '../../../components/ListRow'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'

/** Whether my name stands in rankings: one tap, either way. */
export function Ranked({ communityId, isRanked }: { communityId: string; isRanked: boolean }) {
  const { run } = useWrite('recognition.setRanked', ['recognition.get', 'challenge.'])
  const change = async () => {
    const result = await run({ communityId, ranked: !isRanked })
    if (!result.ok) return toast(sentenceOf(result.error), { kind: 'problem' })
    toast(t(isRanked ? 'recognition.nowUnranked' : 'recognition.nowRanked'), { kind: 'done' })
  }
  return (
    <ListGroup>
      <ListRow
        icon={isRanked ? 'trophy' : 'hidden'}
        title={t('recognition.inRankings')}
        note={t(isRanked ? 'recognition.rankedYes' : 'recognition.rankedNo')}
        value={t(isRanked ? 'recognition.switchOff' : 'recognition.switchOn')}
        onClick={() => void change()}
      />
    </ListGroup>
  )
}
