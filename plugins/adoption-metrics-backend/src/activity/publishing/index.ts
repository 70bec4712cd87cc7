export * from './chooseGroups';
export * from './FrozenPeriodStore';
export * from './describeGroups';
export { MembershipReader } from './MembershipReader';
export * from './PeriodFreezer';
export { raiseMinimum } from './raiseMinimum';
