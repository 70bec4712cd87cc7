export * from './chooseGroups';
export * from './FrozenPeriodStore';
export { MembershipReader } from './MembershipReader';
export * from './PeriodFreezer';
export { raiseMinimum } from './raiseMinimum';
