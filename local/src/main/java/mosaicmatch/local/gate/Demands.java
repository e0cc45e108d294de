package mosaicmatch.local.gate;

import java.io.IOException;
import java.util.List;
import mosaicmatch.local.http.Call;

/** Reads from a service's requests what they ask of IAM (Service Authorization Reference). */
@FunctionalInterface
interface Demands {

  /**
   * Reads a request.
   *
   * @throws UnreadableRequestException if it is none of the service's
   * @throws IOException if the connection breaks
   */
  Asked read(Call call) throws IOException;

  /**
   * A request with what it asks for.
   *
   * @param call the request, with its body still to be read
   * @param demands all of it must be allowed
   */
  record Asked(Call call, List<Demand> demands) {

    /** Keeps a copy. */
    public Asked {
      demands = List.copyOf(demands);
    }
  }
}
