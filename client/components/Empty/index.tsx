import { View } from '@tarojs/components'
import { Button } from '../Button'
import { Illustration, type SceneName } from '../Illustration'
import './index.scss'

interface Props {
  picture: SceneName
  /** One inviting sentence. */
  title: string
  /** What comes next, quieter. */
  text?: string
  action?: { text: string; onClick: () => void; busy?: boolean }
}

/** Nothing here yet: a picture, a sentence, one thing to do. */
export function Empty({ picture, title, text, action }: Props) {
  return (
    <View className="hz-empty">
      <Illustration name={picture} />
      <View className="hz-empty__title">{title}</View>
      {text && <View className="hz-empty__text">{text}</View>}
      {action && (
        <View className="hz-empty__action">
          <Button
            kind="secondary"
            onClick={action.onClick}
            {...(action.busy ? { busy: true } : {})}
          >
            {action.text}
          </Button>
        </View>
      )}
    </View>
  )
}
