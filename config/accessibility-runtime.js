import { mergeInternalComponents } from '@tarojs/shared'
import { attributes, components } from './accessible-components.json'

// Taro numbers the attributes of a component alphabetically, when it writes the templates and again
// on the phone: both must know the same ones, or every later attribute reaches the wrong place.
const given = {}
for (const attribute of attributes) given[attribute] = ''
const patch = {}
for (const component of components) patch[component] = given
mergeInternalComponents(patch)
