/**
 * Runs Amazon States Language definitions in one JVM.
 *
 * <p>{@link aslengine.Engine} is the whole of the embedding API: build one with a journal directory
 * and what does the tasks' work, then call the Step Functions API on it, in process ({@link
 * aslengine.Engine#call}) or over HTTP ({@link aslengine.api.StepFunctionsEndpoint#start}) with
 * AWS's own client. The ports that an application fills in are {@link
 * aslengine.task.LambdaInvoker}, {@link aslengine.task.TaskHandler}, {@link
 * aslengine.object.ObjectStore} and {@link aslengine.time.EngineTime}.
 */
@NullMarked
package aslengine;

import org.jspecify.annotations.NullMarked;
