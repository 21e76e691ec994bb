import type { IPluginContext } from '@tarojs/service'

const ATTRIBUTES = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-live': '',
}

interface TemplatePlatform {
  template: { mergeComponents(context: IPluginContext, components: object): void }
}

/**
 * Lets WeChat's screen reader hear our pages: Taro's templates bind only the attributes that they
 * list, and the aria ones are not among them.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: TemplatePlatform) {
      if (!platform.template) return
      const on = (...names: string[]) => Object.fromEntries(names.map((name) => [name, ATTRIBUTES]))
      platform.template.mergeComponents(
        context,
        on('View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker'),
      )
    },
  })
}
