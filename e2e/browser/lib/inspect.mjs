// What axe finds on a page, and what it does not look for: sideways scrolling on the narrowest phone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

async function violations(page, only) {
  const options = { resultTypes: ['violations'], preload: false, ...(only ? { runOnly: { type: 'rule', values: only } } : { runOnly: { type: 'tag', values: tags } }) }
  return page.evaluate(async (options) => {
    const { violations } = await globalThis.axe.run(document, options)
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help} ${n.html.slice(0, 140)}`))
  }, options)
}

// inspect looks at a page as it stands in the light, in the dark, and at 360 px, and reports what is wrong.
export async function inspect(page, fault) {
  const size = page.viewportSize()
  await page.evaluate(axe)
  for (const v of await violations(page)) fault(`axe: ${v}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const v of await violations(page, ['color-contrast', 'link-in-text-block'])) fault(`axe, dark: ${v}`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 740 })
  for (const v of await violations(page, ['target-size', 'color-contrast', 'scrollable-region-focusable'])) fault(`axe at 360 px: ${v}`)
  const wide = await page.evaluate(() => {
    const most = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= most) return ''
    const out = (r) => r.width > 0 && (r.right > most + 0.5 || r.left < -0.5)
    const far = [...document.querySelectorAll('body *')].filter((e) => {
      if (out(e.getBoundingClientRect())) return true
      const range = document.createRange() // words can reach further than what they stand in
      return [...e.childNodes].some((n) => n.nodeType === 3 && (range.selectNodeContents(n), [...range.getClientRects()].some(out)))
    })
    return `${document.documentElement.scrollWidth} px wide; ${far.filter((e) => !e.classList.contains("vh")).slice(-4).map((e) => e.outerHTML.slice(0, 120)).join(' … ')}`
  })
  if (wide) fault(`scrolls sideways at 360 px: ${wide}`)
  await page.setViewportSize(size)
}
