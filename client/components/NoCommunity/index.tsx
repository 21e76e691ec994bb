import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import { Empty } from '../Empty'
import { Page } from '../Page'

/** In place of a community's page when neither its address nor the phone names a community. */
export function NoCommunity({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Empty
        picture="welcome"
        title={t('community.noCommunity')}
        text={t('community.noCommunityText')}
        action={{ text: t('common.toHome'), onClick: () => void navigate('home') }}
      />
    </Page>
  )
}
