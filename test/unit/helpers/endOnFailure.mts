import fc from 'fast-check';

// A mutation is noticed by the first failure; to look for the smallest one takes longer than Stryker waits.
fc.configureGlobal({ endOnFailure: true });
