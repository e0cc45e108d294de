/**
 * A model of the protocol that can be searched: small worlds of up to three seekers and three
 * cycles, in each of which every order of steps and every fault within a budget is tried.
 *
 * <p><b>What is modelled</b>, each call at a port as one step: the claims and the audit entries
 * with their transactions ({@link mosaicmatch.model.Ledger}), the register of seekers ({@link
 * mosaicmatch.model.Register}), match rooms, notifications and accounts ({@link
 * mosaicmatch.model.Rooms}), the adoption of a plan ({@link mosaicmatch.model.Plans}), the cycle
 * lock with the executions that take it ({@link mosaicmatch.model.LockModel}), and the attempts and
 * reconciliations that take a pair to its end ({@link mosaicmatch.model.Protocol}, {@link
 * mosaicmatch.model.Workers}), which may crash, lose an answer or a call, give a call up that is
 * done later, or find their lease run out.
 *
 * <p><b>What is left out, and why it may be.</b> Scores, vectors and texts: no rule asks them. The
 * pool: a plan may hold any opt-in that was ever made, so that every stale pool is among the plans.
 * Time: a lease either runs or has run out, and may run out at any moment; opt-ins are counted from
 * 1. How often an attempt has begun: only whether another has begun since is ever asked. The state
 * machine: attempts begin at any time, as often as they like, which no retry, redrive or duplicate
 * event exceeds. The lock in the worlds of pairs: cycles overlap there as if nobody took it, since
 * no promise about people may rest on it. A call that is never done, and is not waited for, is one
 * that its attempt gave up and that never arrives. Undoing has a search of its own ({@code
 * UndonePairStaysUndoneTest}).
 *
 * <p><b>What is searched for.</b> {@link mosaicmatch.model.Promise} in every state, and more where
 * it is quiet: nothing is left to do for attempts, redrives, reconciliation and repair. From each
 * state, such steps alone must lead to a quiet one. The search is breadth first and goes on to its
 * end: no state is left out, none is cut off.
 *
 * <p><b>Why it can be believed.</b> Each {@link mosaicmatch.model.Rule} is taken away in turn, and
 * the search finds what breaks ({@link mosaicmatch.model.Mutant}). And seeded random walks of the
 * model are walked by the real protocol over the ports, and compared step by step ({@code
 * ModelAgreesWithTheCodeTest}).
 */
@NullMarked
package mosaicmatch.model;

import org.jspecify.annotations.NullMarked;
