// A convoy from its notice to the verified delivery, by forms: Lantern Relief lodges it, the Joint Secretariat releases it, those who
// hold the road give receipts and say that there is no objection, a checkpoint asks for the mark, and the delivery is signed off.
import { journey, labels } from './lib/journey.mjs'

let convoys = 7

journey('convoy', async ({ be, say, settle, way }) => {
  const f = labels('movement', way)
  const number = `LR-${convoys++}`
  const leader = await be('lantern', 'Ada Berg')
  await leader.navigates('nav.cases')
  await leader.follows('Lodge a notice')
  await leader.presses(say('step.review'), {
    [say('side.choose', { side: 'Near' })]: 'Republic of Arland',
    [say('side.choose', { side: 'Far' })]: 'Republic of Caldera',
    [f('convoy')]: number, [f('mark')]: number.replace('-', ' '), [f('vehicles')]: '6', [f('travelling')]: '14', [f('goods')]: 'food',
    [f('near_road')]: '41.2, 24.1\n41.3, 24.3', [f('near_from')]: '2026-06-05T07:20', [f('near_until')]: '2026-06-05T11:00',
    [f('far_road')]: '41.3, 24.3\n41.4, 24.6', [f('far_from')]: '2026-06-05T11:40', [f('far_until')]: '2026-06-05T15:00',
    [f('delivery')]: 'Store 3',
    'Could people be hurt': 'no more than on any road',
    'Does the road lead past': 'no',
  })
  await leader.reads(say('review.state'), 'Joint Secretariat', number, 'Store 3')
  await leader.presses(say('review.sign'))
  await leader.reads('Lodged, waits for release by the neutral')
  const path = leader.path
  await settle()

  // Before the neutral has released it, those who hold the road see nothing of it.
  const near = await be('arland', 'Rhea Holt')
  await near.opens(path)
  await near.lacks(number, 'Store 3')
  const neutral = await be('secretariat', 'Nora Vale')
  await neutral.reads('Release the notice')
  await neutral.opens(path)
  await neutral.reads(number, 'Store 3')
  await neutral.turnsTo('Release the notice')
  await neutral.presses(say('step.review'))
  await neutral.reads('Republic of Arland', 'Republic of Caldera')
  await neutral.presses(say('review.sign'))
  await settle()

  // Each sees its own stretch, and the one on whose stretch it lies the place of delivery.
  await near.opens(path)
  await near.reads(number, f('near_road'))
  await near.lacks('Store 3', '24.6')
  const far = await be('caldera', 'Tomas Reyl')
  await far.opens(path)
  await far.reads(number, 'Store 3')
  for (const step of ['Give a receipt', 'Say that there is no objection']) {
    for (const who of [near, far]) {
      await who.opens(path)
      await who.turnsTo(step)
      await who.presses(say('step.review'))
      await who.presses(say('review.sign'))
      await settle()
    }
  }
  await far.reads('Acknowledged by both without objection')

  // A checkpoint on the road asks for the mark that it reads on the roof.
  const checkpoint = await be('arland', 'Ivo Brandt')
  await checkpoint.navigates('nav.check')
  await checkpoint.follows('Is the convoy with this mark protected?')
  await checkpoint.presses(say('check.ask'), { [f('mark')]: number.replace('-', ' ') })
  await checkpoint.reads(say('answer.hits', { party: 'Joint Secretariat', n: 1 }), number)
  await checkpoint.lacks('Store 3')

  await leader.opens(path)
  await leader.turnsTo('Set out')
  await leader.presses(say('step.review'))
  await leader.presses(say('review.sign'))
  await leader.reads('Under way and protected')
  await leader.turnsTo('Report arrival')
  await leader.presses(say('step.review'), { [f('arrived_vehicles')]: '6', [f('delivered')]: { [say('field.value')]: '42', [say('field.unit')]: 't' } })
  await leader.presses(say('review.sign'))
  await settle()

  await neutral.navigates('nav.today')
  await neutral.opens(path)
  await neutral.reads('Arrived, waits for the sign-off')
  await neutral.turnsTo('Sign off the delivery')
  await neutral.presses(say('step.review'))
  await neutral.presses(say('review.sign'))
  await settle()
  for (const who of [leader, near, far]) {
    await who.opens(path)
    await who.reads('Delivered, and home', f('delivered'))
  }
})
