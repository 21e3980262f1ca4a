// From a draft to signature: Arland proposes fewer days for the judge; Belmark's red line is crossed, and only Belmark reads that; it
// wants other words, which are accepted; all agree, and sign; what was signed is in force.
import assert from 'node:assert/strict'
import { journey, stage } from './lib/journey.mjs'

let days = 8 // in force, as the walks before left it
let lines = 0

// The number of articles stands in the button.
const agreeAll = (say) => new RegExp(say('draft.agree.all', { n: 8 }).replace(/8.*/, '').trim())

journey('negotiation', async ({ be, say, settle }) => {
  const [low, agreed] = [4, days === 6 ? 5 : 6]
  const line = `five-days-at-least-${++lines}`
  const why = `Our courts cannot do it in less than five, ${lines}.`
  const nadia = await be('arland', 'Nadia Orr')
  const omar = await be('belmark', 'Omar Vell')
  const sol = await be('secretariat', 'Sol Ames')

  // Belmark's red line stands before the draft arrives.
  await omar.opens('/red-lines')
  await omar.presses(say('draft.lines.add.do'), { [say('draft.lines.name')]: line, [say('draft.lines.words')]: why, [say('draft.lines.must')]: 'draft.(' }, { status: 400 })
  assert.equal(await omar.page.getByLabel(say('draft.lines.words')).inputValue(), why) // what was written stays to be mended
  await omar.presses(say('draft.lines.add.do'), {
    [say('draft.lines.must')]: 'draft.procedures.all(p, p.id != "assistance" || p.clocks.all(c, c.id != "decision" || period_days(c.within) >= 5))',
  })
  await omar.reads(why)

  await nadia.navigates('nav.agreements')
  await nadia.follows(say('draft.talks'))
  await nadia.follows(say('draft.begin'))
  await nadia.presses(say('draft.begin.do'), { [say('draft.begin.from')]: say('draft.begin.amend.word'), [say('draft.begin.words')]: 'Fewer days for the judge.' })
  const talk = nadia.path
  const article = async (who, from, to) => {
    await who.opens(`${talk}/articles/7`)
    const text = await who.page.getByLabel(say('draft.change.text')).inputValue()
    const put = `within  = "P${to}D"`
    assert.equal(text.split(`within  = "P${from}D"`).length, 2, `${from} days stand once in the article`)
    return text.replace(`within  = "P${from}D"`, put)
  }
  await nadia.opens(`${talk}/articles/7`)
  await nadia.presses(say('draft.try'), { [say('draft.change.text')]: await article(nadia, days, low) })
  await nadia.presses(say('draft.propose.do', { n: 2 }), { [say('draft.why')]: 'The person should not wait longer.' })
  await settle()

  await omar.opens(talk)
  await omar.reads(say('draft.line.crossed'), why, 'The person should not wait longer.')
  for (const who of [nadia, sol]) {
    await who.opens(talk)
    await who.lacks(line, why)
    await who.opens('/red-lines')
    await who.lacks(line, why)
  }

  await omar.presses(say('draft.try'), { [say('draft.change.text')]: await article(omar, low, agreed) })
  await omar.presses(say('draft.propose.do', { n: 2 }), { [say('draft.propose.as')]: say('draft.propose.bracket'), [say('draft.why')]: 'A week.' })
  await settle()
  await nadia.opens(`${talk}/articles/7`)
  await nadia.reads('A week.')
  await nadia.presses(say('draft.bracket.accept'))
  await settle()
  await omar.opens(talk)
  await omar.lacks(say('draft.line.crossed'))

  for (const who of [nadia, omar, sol]) {
    await who.opens(talk)
    await who.presses(agreeAll(say))
    await settle()
  }
  for (const [who, party] of [[sol, 'Joint Secretariat'], [omar, 'Kingdom of Belmark'], [nadia, 'Republic of Arland']]) {
    await who.opens(`${talk}/sign`)
    await who.presses(say('draft.sign.here.do', { party }))
    await settle()
  }
  for (const who of [nadia, omar, sol]) {
    await who.opens(talk)
    await who.reads(say('draft.standing.force'))
  }
  assert.equal(stage.agreement, 'northgate')
  days = agreed
})
