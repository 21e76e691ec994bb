import { t } from '../../client/i18n'
import { neighbourly } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import { linkTo } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, type Scene } from './scene'
import type { Studio } from './studio'

const forms = ({ neighbours }: Studio) => linkTo('community.forms', { communityId: neighbours })
const form = ({ neighbours }: Studio) =>
  linkTo('community.form', { communityId: neighbours, formKey: neighbourly.key })

/** Request forms: their list, and one of them being edited. */
export const formScenes: readonly Scene[] = [
  {
    name: 'forms',
    about: '求助单 · 列表',
    who: cast.zhouMin,
    link: forms,
    sees: t('forms.create'),
    looks: ALL_LOOKS,
  },
  {
    name: 'forms-new',
    about: '求助单 · 新建',
    who: cast.zhouMin,
    link: forms,
    sees: t('forms.create'),
    act: (phone) => phone.tap(t('forms.create')),
  },
  {
    name: 'form-edit',
    about: '编辑求助单',
    who: cast.zhouMin,
    link: form,
    sees: t('forms.tabPreview'),
    looks: ALL_LOOKS,
    act: (phone) => phone.tapOn('是哪一种事'),
  },
  {
    name: 'form-mistakes',
    about: '编辑求助单 · 标出没填好的',
    who: cast.zhouMin,
    link: form,
    sees: t('forms.tabPreview'),
    act: async (phone) => {
      await phone.write(t('forms.name'), '')
      await phone.tap(t('forms.publish', { version: 2 }))
    },
  },
  {
    name: 'form-preview',
    about: '编辑求助单 · 试填',
    who: cast.zhouMin,
    link: form,
    sees: t('forms.tabPreview'),
    act: (phone) => phone.tap(t('forms.tabPreview')),
  },
]
