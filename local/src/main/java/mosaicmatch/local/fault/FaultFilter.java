package mosaicmatch.local.fault;

import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.function.Predicate;

/**
 * Puts a {@link Fault} before an HTTP service: paths that it strikes get 503 and reach nothing.
 *
 * @param fault which paths fail
 * @param touches which paths it is about
 */
public record FaultFilter(Fault fault, Predicate<String> touches) implements Filter {

  @Override
  public void filter(FilterChain chain, RoutingRequest in, RoutingResponse out) {
    String path = in.prologue().uriPath().rawPath();
    if (touches.test(path) && fault.strikes(path)) {
      out.status(Status.SERVICE_UNAVAILABLE_503);
      out.header("Content-Type", "application/json");
      out.send("{\"error\":\"unavailable\",\"message\":\"broken on purpose by --break\"}");
    } else {
      chain.proceed();
    }
  }
}
