import { View } from '@tarojs/components'
import { FRAMES, type FrameId } from '../../../../types/shape'
import { Avatar } from '../../../components/Avatar'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Section } from '../../../components/Section'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'

/** The frames round my avatar, once the store has opened them: a tap puts one on or takes it off. */
export function Frames({ communityId, chosen }: { communityId: string; chosen: FrameId | null }) {
  const { data: home } = useRead('member.getHome', { communityId })
  const { run, busy } = useWrite('recognition.chooseFrame', ['recognition.get', 'member.', 'help.'])
  const choose = async (frame: FrameId | null) => {
    if (busy) return
    const result = await run({ communityId, frame })
    if (!result.ok) toast(sentenceOf(result.error), { kind: 'problem' })
  }
  const avatar = home?.me.avatar ?? 'a1'
  return (
    <Section title={t('recognition.frames')}>
      <View
        className="levels-frames"
        {...spoken({ role: 'radiogroup', label: t('recognition.frames') })}
      >
        {[null, ...FRAMES].map((frame) => (
          <View
            key={frame ?? 'none'}
            className={cx('levels-frames__one', frame === chosen && 'levels-frames__one--on')}
            onClick={() => void choose(frame)}
            {...spoken({
              role: 'radio',
              label: t(`recognition.frame_${frame ?? 'none'}`),
              checked: frame === chosen,
              focusable: true,
            })}
          >
            <Avatar id={avatar} frame={frame} />
            <View className="levels-frames__name">{t(`recognition.frame_${frame ?? 'none'}`)}</View>
          </View>
        ))}
      </View>
    </Section>
  )
}
