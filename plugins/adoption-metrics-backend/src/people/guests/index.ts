export { checkGuests } from './checkGuests';
export { GuestVisits } from './GuestVisits';
export { isGuest } from './isGuest';
