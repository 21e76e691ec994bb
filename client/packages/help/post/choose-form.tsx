import { View } from '@tarojs/components'
import type { Template } from '../../../../types/template'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { hasDraft } from './draft'

interface Props {
  communityId: string
  templates: readonly Template[]
  onChoose: (templateKey: string) => void
}

/** The community's forms: what each is for, in a sentence, and whether one was begun. */
export function ChooseForm({ communityId, templates, onChoose }: Props) {
  return (
    <>
      {templates.map(({ key, name, hint, icon }) => (
        <Card key={key} onClick={() => onChoose(key)}>
          <View className="post-kind">
            <View className="post-kind__seal">
              <Icon name={icon} />
            </View>
            <View className="post-kind__words">
              <View className="post-kind__name">
                {name}
                {hasDraft(communityId, key) && (
                  <View className="post-kind__draft">
                    <Tag tone="amber" icon="edit">
                      {t('help.hasDraft')}
                    </Tag>
                  </View>
                )}
              </View>
              <View className="post-kind__hint">{hint}</View>
            </View>
            <Icon name="next" size="small" className="post-kind__arrow" />
          </View>
        </Card>
      ))}
    </>
  )
}
