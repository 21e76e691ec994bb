import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import {
  isTab,
  mainPages,
  pathOf,
  preloadRule,
  type RouteName,
  routes,
  subPackages,
} from './routes'
import theme from './theme.json'

const names = Object.keys(routes) as RouteName[]

test('every page of the table has a file, and every page file is in the table', () => {
  const missing = names.filter((name) => !existsSync(path.join(__dirname, `${pathOf(name)}.tsx`)))
  expect(missing).toEqual([])
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(pages\/[^/]+|packages\/[^/]+\/[^/]+)\/index\.tsx$/.test(file))
    .map((file) => file.replace(/\.tsx$/, ''))
  expect(files.sort()).toEqual(names.map(pathOf).sort())
})

test('the main package holds the tabs and nothing else; every other page lies in one sub-package', () => {
  expect(mainPages).toEqual(names.filter(isTab).map(pathOf))
  const packed = subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  expect(packed.sort()).toEqual(
    names
      .filter((name) => !isTab(name))
      .map(pathOf)
      .sort(),
  )
})

test('what is preloaded exists', () => {
  const roots = subPackages.map(({ root }) => root)
  for (const [page, rule] of Object.entries(preloadRule)) {
    expect(mainPages).toContain(page)
    for (const root of rule.packages) expect(roots).toContain(root)
  }
})

test('light and dark name the same values, and every tab icon is drawn', () => {
  expect(Object.keys(theme.dark)).toEqual(Object.keys(theme.light))
  const icons = [theme.light, theme.dark].flatMap((mode) =>
    Object.values(mode).filter((value) => value.endsWith('.png')),
  )
  expect(icons.filter((icon) => !existsSync(path.join(__dirname, icon)))).toEqual([])
})
