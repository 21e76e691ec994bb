import { serve } from '../../runtime/serve'
import { announcePicture } from './announce-picture'
import { appoint } from './appoint'
import { getHome } from './get-home'
import { getProfile } from './get-profile'
import { leave } from './leave'
import { list } from './list'
import { updateProfile } from './update-profile'
import { viewOwnPictures } from './view-own-pictures'

export const main = serve('member', {
  getHome,
  getProfile,
  updateProfile,
  list,
  leave,
  announcePicture,
  appoint,
  viewOwnPictures,
})
