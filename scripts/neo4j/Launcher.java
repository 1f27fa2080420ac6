import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Runs Neo4j Community with Bolt on the loopback address until standard input closes.
 *
 * <p>Arguments: the database home, the Bolt port, and "keep" or "discard" for what becomes of the home at the end.
 * The first line of standard input is the password of the user neo4j. The input is then only watched: when the
 * process that holds its other end stops or is killed, it closes, so no server outlives whoever started it.
 */
public final class Launcher {
    private static final String READY_LINE = "confrere-neo4j ready";
    private static final long LONGEST_STOP_MS = 60_000;

    public static void main(String[] arguments) {
        int exitCode = 0;
        try {
            serve(Path.of(arguments[0]), Integer.parseInt(arguments[1]), arguments[2].equals("discard"));
        } catch (Exception failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                System.err.println(cause);
            }
            exitCode = 1;
        }
        // Bolt leaves idle threads behind that would hold the process for seconds after everything is stored.
        Runtime.getRuntime().halt(exitCode);
    }

    private static void serve(Path home, int port, boolean discard) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = input.readLine();
        var stop = new CountDownLatch(1);
        watchInput(input, stop);
        stopOnSignal(Thread.currentThread(), stop);
        try {
            DatabaseManagementService server = start(home, port);
            try {
                setPassword(server, password);
                System.out.println(READY_LINE);
                stop.await();
            } finally {
                server.shutdown();
            }
        } finally {
            if (discard) {
                delete(home);
            }
        }
    }

    private static DatabaseManagementService start(Path home, int port) {
        var address = new SocketAddress("127.0.0.1", port);
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                // By default each of two Bolt thread pools idles for five seconds before it lets the server stop.
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ZERO)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .build();
    }

    /** A new home knows only the user neo4j with a password that must be changed before anything else is allowed. */
    private static void setPassword(DatabaseManagementService server, String password) {
        var system = server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        system.executeTransactionally(
                "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }

    private static void watchInput(BufferedReader input, CountDownLatch stop) {
        var watcher = new Thread(() -> {
            try {
                while (input.readLine() != null) {
                    // Whatever else is written here has no meaning; only the end counts.
                }
            } catch (IOException closed) {
                // A broken pipe means the same as its end: nobody holds the other side any more.
            }
            stop.countDown();
            haltIfStopTakesTooLong();
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void haltIfStopTakesTooLong() {
        try {
            Thread.sleep(LONGEST_STOP_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** The JVM ends once its hooks return, so the hook waits for the main thread to shut the database down. */
    private static void stopOnSignal(Thread main, CountDownLatch stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                main.join(LONGEST_STOP_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void delete(Path home) throws IOException {
        try (var paths = Files.walk(home)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
