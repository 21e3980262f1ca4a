// Life is in danger: Belmark's prosecutor acts at once, and a judge must decide within 48 hours whether that holds. The judge reads what
// silence means, sees what will be shared with whom, and signs with the own key. Where no judge acts, all is closed and destroyed.
import assert from 'node:assert/strict'
import { control, journey } from './lib/journey.mjs'
import { asksForAssistance, reasons } from './lib/north.mjs'

const obtained = 'The van is at the ferry of Hale.'

async function actedAtOnce({ be, say, settle, way }) {
  const asking = await be('arland', 'Pia Anselm')
  await asking.navigates('nav.cases')
  await asking.follows('Ask for assistance')
  await asksForAssistance(asking, { urgency: 'danger to life' })
  const path = asking.path
  await settle()

  const acting = await be('belmark', 'Oren Tal')
  await acting.opens(path)
  await acting.turnsTo('Act at once')
  await acting.presses(say('step.review'), { 'What was obtained': obtained, [reasons(way)]: 'Life is in danger.' })
  await acting.presses(say('review.sign'))
  await settle()
  return { asking, acting, path }
}

journey('judge, in time', async (means) => {
  const { be, say, settle, way } = means
  const { asking, path } = await actedAtOnce(means)
  const judge = await be('belmark', 'Judge Vantor')
  await judge.reads(say('silent.you', { word: say('silence.erase') }))
  await judge.opens(path)
  await judge.reads(say('silent.you', { word: say('silence.erase') }), 'Two lorries crossed at night.')
  await judge.turnsTo('Uphold')
  await judge.presses(say('step.review.personal'), {}, { status: 422 })
  await judge.reads(reasons(way))
  await judge.presses(say('step.review.personal'), { [reasons(way)]: 'The danger was real, and no milder measure would have met it.' })
  await judge.reads(say('leaves.heading'), 'Republic of Arland', say('review.held'))
  await judge.presses(say('review.sign'))
  await judge.reads(say('proof.personal'))
  await settle()
  await asking.opens(path)
  await asking.reads(obtained, say('proof.personal'))
})

journey('judge, nobody acts', async (means) => {
  const { be, say } = means
  const { asking, path } = await actedAtOnce(means)
  await asking.opens(path)
  await asking.reads(obtained, say('silence.erase'))
  await control('pass', { hours: 49 })
  await asking.opens(path)
  await asking.lacks(obtained)
  await asking.reads(say('clock.sealed'))
  const judge = await be('belmark', 'Judge Vantor')
  await judge.reads(say('today.lapsed'), say('silence.erase'))
  await judge.opens(path)
  await judge.lacks(obtained)
  await control('pass', { hours: 30 })
  await asking.opens(path)
  await asking.reads('Urgent measure not upheld', say('sees.erased'))
  await asking.lacks(obtained)
}, (way) => way.keys || way.language === 'ar' && way.script || way.width === 'phone' && way.language === 'en' && !way.script)
