import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { attributes, components } from './accessible-components.json'

interface MiniPlatform {
  template?: { mergeComponents(context: IPluginContext, components: object): void }
  runtimePath: string | string[]
}

/**
 * Lets WeChat's screen reader hear our pages: Taro's templates bind only the attributes that they
 * list, and the aria ones are not among them. What the templates bind the phone's side must send
 * under the same number, see accessibility-runtime.js.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      const given = Object.fromEntries(attributes.map((attribute) => [attribute, '']))
      platform.template.mergeComponents(
        context,
        Object.fromEntries(components.map((component) => [component, given])),
      )
      platform.runtimePath = [
        ...[platform.runtimePath].flat(),
        path.resolve(__dirname, 'accessibility-runtime.js'),
      ]
    },
  })
}
