import type { template } from 'glass-easel'
import type { AppConfig } from '../phone/types'

/** A module of the compiled app: `require`, `module`, `exports`, then the globals of a mini-program. */
export type ModuleBody = (...globals: unknown[]) => void

/** What `compile.ts` writes and the page's first script leaves behind. */
export interface CompiledApp {
  /** By path without extension, as everything here. */
  json: Record<string, object> & {
    app: AppConfig
    theme?: Record<'light' | 'dark', Record<string, string>>
  }
  styles: Record<string, string>
  /** Attributes that the templates give to each built-in tag, in camel case. */
  properties: Record<string, string[]>
  templates: NonNullable<template.ComponentTemplate['groupList']>
  /** By file name. */
  modules: Record<string, ModuleBody>
}

const left = globalThis as unknown as { compiledApp: CompiledApp; compileFailure?: string }

export const compiledApp = left.compiledApp

/** Why there is no compiled app. */
export const compileFailure = left.compileFailure
