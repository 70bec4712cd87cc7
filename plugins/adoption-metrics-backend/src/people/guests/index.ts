export { checkGuests, SIGN_IN } from './checkGuests';
export { GuestVisits } from './GuestVisits';
export { isGuest } from './isGuest';
