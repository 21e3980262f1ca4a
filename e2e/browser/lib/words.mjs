// The project's own words, from the files that the pages use, so that a journey can be told once and walked in any language.
import { readFileSync, readdirSync } from 'node:fs'

const folder = new URL('../../../internal/web/messages/', import.meta.url)

export function words(language) {
  const all = {}
  for (const name of readdirSync(new URL(`${language}/`, folder))) {
    Object.assign(all, JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8')))
  }
  const plural = new Intl.PluralRules(language)
  // say gives a message, with its parameters filled in; n also chooses the plural form.
  return function say(key, params = {}) {
    let text = all[key]
    if (text === undefined) throw new Error(`no message ${key} in ${language}`)
    if (typeof text === 'object') text = text[plural.select(params.n ?? 1)] ?? text.other
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      if (!(name in params)) throw new Error(`the message ${key} needs ${name}`)
      return params[name]
    })
  }
}

// before gives what stands before the first parameter of a message: what a button's words begin with.
export const marks = /[\u2066-\u2069\u200e\u200f]/g
