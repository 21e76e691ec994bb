import { passStateOf } from '../../domain/entry/pass'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayRevokePass } from './policy'

/**
 * Takes a pass back. Whoever came in by it is no member from this moment on; the timer settles what
 * they left open. Refuses `pass_over` when there is nothing to take back.
 */
export const revokePass = write('entry.revokePass', {
  load: async ({ tx, input: { code } }) => ({ pass: await tx.get('passes', code) }),
  allow: (actor, loaded) => mayRevokePass(actor, loaded),
  act: async ({ tx, actor, now, audit }, loaded) => {
    const pass = loaded.pass ?? refuse('not_found')
    const state = passStateOf(pass, now)
    if (state === 'over' || state === 'revoked') refuse('pass_over')
    await tx.put('passes', { ...pass, revoked: true })
    const guest = pass.usedBy && (await tx.get('members', `${pass.communityId}:${pass.usedBy}`))
    if (guest && guest.guest?.pass === pass._id) {
      await tx.put('members', { ...guest, guestUntilMs: now.getTime() })
    }
    audit({ action: 'pass_revoked', subject: actor.community._id, params: {} })
    return {}
  },
})
