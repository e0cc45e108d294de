package mosaicmatch.lambda;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * One call of a function, beside its input.
 *
 * @param context what Lambda says about the call
 * @param metrics the call's metrics, printed when it ends
 */
public record Call(Context context, StepMetrics metrics) {}
