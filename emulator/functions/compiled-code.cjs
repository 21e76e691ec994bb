/**
 * Keeps what V8 makes of a function's code, so that the next worker need not compile it again: a
 * bundle of two megabytes starts in half the time. What is kept is found by the code itself and by
 * the version that compiled it; V8 looks at it once more and compiles anew when it does not fit.
 */
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const Module = require('node:module')
const os = require('node:os')
const path = require('node:path')
const vm = require('node:vm')

/** Smaller files compile faster than they are looked up. */
const CODE_CHARS_MIN = 50_000
/** Files kept; beyond them the oldest half goes. */
const KEPT_MAX = 200

/** What was compiled here and is to be kept. */
const fresh = []

/** Compiles large modules with what an earlier worker left of them. */
function reuseCompiledCode() {
  const folder = ownFolder()
  if (folder === undefined) return
  const compile = Module.prototype._compile
  Module.prototype._compile = function (code, file, ...rest) {
    if (!canBeKept(code, file)) return compile.call(this, code, file, ...rest)
    const name = createHash('sha256').update(`${process.version} ${process.arch}\0${code}`)
    const kept = path.join(folder, name.digest('hex'))
    const cachedData = read(kept)
    const script = new vm.Script(Module.wrap(code), {
      filename: file,
      // What `wrap` puts before the code is not the function's: its columns count from nought.
      columnOffset: -Module.wrapper[0].length,
      cachedData,
    })
    if (cachedData === undefined || script.cachedDataRejected) fresh.push({ script, kept })
    const load = script.runInThisContext()
    return load.call(
      this.exports,
      this.exports,
      requireOf(this, file),
      this,
      file,
      path.dirname(file),
    )
  }
}

/** Node forgets where `import()` leads when it takes over compiled code. */
function canBeKept(code, file) {
  const isLarge = code.length >= CODE_CHARS_MIN && file.endsWith('.js')
  return isLarge && !code.startsWith('#!') && !imports(code)
}

/** Whether it calls `import()`; types in a comment, which bundles are full of, do not count. */
function imports(code) {
  for (const { index } of code.matchAll(/\bimport\s*\(/g)) {
    const before = code.slice(code.lastIndexOf('\n', index) + 1, index)
    const isComment = /^\s*(\/\*|\*|\/\/)/.test(before) && !before.includes('*/')
    if (!isComment) return true
  }
  return false
}

/** Called after a call was answered: by then the functions that it needs are compiled as well. */
function keepCompiledCode() {
  for (const { script, kept } of fresh.splice(0)) {
    try {
      const beside = `${kept}.${process.pid}.${process.hrtime.bigint()}`
      fs.writeFileSync(beside, script.createCachedData())
      fs.renameSync(beside, kept)
      forgetOldest(path.dirname(kept))
    } catch {
      // The next worker compiles for itself.
    }
  }
}

/** `require` as a module has it. */
function requireOf(module, file) {
  const { resolve } = Module.createRequire(file)
  const own = (id) => module.require(id)
  return Object.assign(own, { resolve, cache: Module._cache, main: process.mainModule })
}

/** A folder that nobody else may write to: what lies in it is run. */
function ownFolder() {
  try {
    const user = process.getuid?.()
    const folder = path.join(os.tmpdir(), `local-cloud-compiled-${user ?? os.userInfo().username}`)
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = fs.lstatSync(folder)
    const isOwn = user === undefined || (found.uid === user && (found.mode & 0o022) === 0)
    return found.isDirectory() && isOwn ? folder : undefined
  } catch {
    return undefined
  }
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

function forgetOldest(folder) {
  const names = fs.readdirSync(folder)
  if (names.length <= KEPT_MAX) return
  const files = names.map((name) => path.join(folder, name))
  const byAge = files
    .map((file) => ({ file, at: fs.statSync(file).mtimeMs }))
    .sort((a, b) => a.at - b.at)
  for (const { file } of byAge.slice(0, KEPT_MAX / 2)) fs.rmSync(file, { force: true })
}

module.exports = { keepCompiledCode, reuseCompiledCode }
