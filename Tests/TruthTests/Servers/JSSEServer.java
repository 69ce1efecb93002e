import java.io.FileInputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** JSSE with every protocol and suite it has. Arguments: PKCS#12 files. Prints what is enabled, then the port. */
public class JSSEServer {
    public static void main(String[] files) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "changeit".toCharArray();
        for (String file : files) {
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(new FileInputStream(file), password);
            String alias = one.aliases().nextElement();
            store.setKeyEntry(alias + file, one.getKey(alias, password), password, one.getCertificateChain(alias));
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocketFactory factory = context.getServerSocketFactory();
        SSLServerSocket socket = (SSLServerSocket) factory.createServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        socket.setEnabledProtocols(Arrays.stream(socket.getSupportedProtocols())
            .filter(name -> !name.equals("SSLv2Hello")).toArray(String[]::new));
        socket.setEnabledCipherSuites(socket.getSupportedCipherSuites());
        for (String name : socket.getEnabledProtocols()) System.out.println("protocol " + name);
        for (String name : socket.getEnabledCipherSuites()) System.out.println("suite " + name);
        System.out.println("port " + socket.getLocalPort());
        System.out.flush();
        while (true) {
            var connection = (javax.net.ssl.SSLSocket) socket.accept();
            new Thread(() -> {
                try (connection) {
                    connection.startHandshake();
                } catch (Exception failure) {
                    // A scanner leaves half-way; that is what this server is for.
                }
            }).start();
        }
    }
}
